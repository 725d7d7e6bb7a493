"""Steps from one schema number to the next. A step that was released is never changed; the next one has the next number."""
