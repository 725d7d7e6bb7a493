"""`python -m communique` is the command `communique`, for where the command is not on the path."""

from communique.cli import main

if __name__ == "__main__":
    main()
