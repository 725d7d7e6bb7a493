"""What page furniture looks like: signs that are true of English news pages in general, whatever the outlet.

Each pattern was written from the conventions themselves (agency style, common content systems), not from one page.
"""

import re

from communique.model.report import RegionKind
from communique.read.boxes import MOST_CHARACTERS, in_capitals, kind_of_box
from communique.read.daywords import DATE, without_dates

FURNITURE_WORDS = 45
"""A block with more words than this is taken for running text, whatever it begins with."""
CAPTION_WORDS = 90

_AGENCIES = (
    r"(?:REUTERS|Reuters|AFP|AP|EPA(?:-EFE)?|EFE|TASS|ITAR-TASS|RIA Novosti|Sputnik|Xinhua|Anadolu|DPA|dpa|PA|UPI|ANSA|Kyodo|"
    r"Getty(?: Images)?|"
    r"Shutterstock|Alamy|iStock|Bloomberg|Flickr|Wikimedia(?: Commons)?|Unsplash|Pixabay|ZUMA|Press Association)"
)
_CREDIT_DATE = rf"[-–—]\s[A-Z][\w.&' ]+,\s(?:\d{{3,4}},\s)?{DATE}$"
_OUTLET_WORDS = (
    r"(?:News|Times|Post|Daily|Weekly|Herald|Tribune|Gazette|Journal|Guardian|Observer|Telegraph|Chronicle|Mail|Express|Standard|"
    r"Independent|Globe|"
    r"Sun|Star|Monitor|Review|Register|Dispatch|Examiner|Inquirer|Courier|Mirror|Press|Agency|Radio|Television|TV|International|Today|"
    r"Insider|Online|"
    r"Magazine|Report|Wire|Network|Broadcasting|Media|Politico|Economist|Bulletin|Ledger|Record|Sentinel|Advocate|Argus|Beacon|Enquirer|Leader|Reporter|Voice|Notes|Desk|Blog|IntelliNews|Interfax|TASS|Reuters|AFP|AP|BBC|CNN|"
    r"NPR|RT|CGTN|Xinhua|"
    r"Sputnik|Bloomberg|Euronews|Axios|Meduza|Kommersant|Izvestia|Pravda|Ukrinform|Anadolu|Newsweek|Forbes|Spectator|Diplomat|Week|DW|"
    r"Euractiv|EurActiv|\w+\.(?:com|org|net|ru|eu|info))"
)
OUTLET = rf"(?:[\w.&'’]+ ){{0,4}}?(?:\w*{_OUTLET_WORDS})(?: (?:[A-Z][\w.&'’]*)){{0,2}}"
"""What names of outlets look like: up to four words before one that newspapers, agencies and stations are called by."""
IMPRINT = re.compile(rf"^(?P<outlet>(?:The )?(?:{OUTLET}))(?:,| [|–—-]) {DATE}\.?$")
"""A first line that names outlet and day: "Danube Courier, 14 January 2022"."""
CREDIT_LINE = re.compile(rf"^[-–—]\s*(?P<outlet>[A-Z][\w.&' ]+?),\s(?:\d{{3,4}},\s)?{DATE}$")
"""A credit without a caption: a dash, the outlet, perhaps the picture's width, the date."""

_CAPTION = re.compile(
    rf"^(?:©|FILE(?: PHOTO|\s?[-–—])|In this .{{3,70}}\b(?:photo|image|frame|picture)\b|File (?:photo|image|picture)\b|(?:PHOTO|Photo|"
    rf"Image|IMAGE|Picture|Photograph|Caption)(?: credit|"
    rf" caption)?\s?:|"
    rf"(?:Photo|Image|Picture|Illustration|Photograph) (?:by|courtesy|credit)\b|Image (?:source|copyright|caption)\b|"
    rf"\(?{_AGENCIES} ?(?:Photo|photo)\b)"
    rf"|\(L\).*\(R\)|\(R\).*\(L\)|{_CREDIT_DATE}"
    rf"|(?:\b{_AGENCIES}\s?/\s?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){{0,3}}|/\s?{_AGENCIES}|/\s?(?:File|Pool|Handout)(?: [Pp]hoto)?|"
    rf"{_AGENCIES} [Pp]hoto(?:/[^/]+)?|"
    rf"\[[^\]]*{_AGENCIES}[^\]]*\]|via {_AGENCIES})[)\].]*$"
    rf"|(?:Photo|Photograph|Picture|Image|Credit|Photo(?:graph)? by|Image by|Picture by)s?: ?[^.:]{{2,60}}[)\].]*$"
    rf"|\((?:(?:photo|image) )?(?:credit|photo|image|picture|source|courtesy)s?: [^()]{{2,60}}\)$",
    re.DOTALL,
)
_COPYRIGHT = re.compile(
    r"^(?:©|\(c\)|copyright\b)\s*(?:©\s*)?(?:19|20)\d\d\b|^(?:©|copyright ©?)[^.:]{0,40}\b(?:19|20)\d\d\.?$|\ball rights reserved\.?$"
    r"|may not be (?:published|reproduced|republished|copied)[^.]{0,60}(?:rewritten|redistributed|permission|written consent)[^.]*\.$",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"^(?:to participate in (?:the|this) discussion|log ?in or (?:register|sign ?up)|(?:please )?(?:log|sign) ?in to (?:comment|post|"
    r"join|leave)|"
    r"(?:leave|post|write|add|submit) (?:a|your) (?:reply|comment)|join the (?:discussion|conversation)|(?:view |show |read |"
    r"see )?(?:all )?(?:\d+ |no )?comments?(?: \(\d+\))?$|"
    r"comments? (?:are|is) (?:now )?(?:closed|moderated|disabled)|your (?:e-?mail|email) address will not be published|"
    r"be the first to comment|"
    r"(?:what do you think|have your say|share your thoughts|start the conversation)\b.{0,40}comments?\b|powered by disqus|"
    r"you must be logged in)",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"^(?:(?:read|see|learn|watch|hear|find out|explore) (?:more|also|next)\b|also (?:read|see)\b|(?:also on|more)\s?(?::|$)|"
    r"related\b(?: (?:articles?|"
    r"stories|story|news|posts?|content|topics?|coverage|links?|reading))?\s*(?::|$|[-–—])|"
    r"more (?:on this|from|stories|news|on|about|like this|in)\b.{0,40}$|(?:most|what's) (?:read|popular|viewed|shared|trending)|"
    r"(?:recommended|trending|top stories|editors?['’]s? picks?|"
    r"popular|latest (?:news|stories|posts)|further reading|don['’]t miss|in (?:this|other) (?:story|news)|you (?:may|"
    r"might) also (?:like|be interested)|up next|"
    r"what to read next|read this next|previously|other stories)\s*(?::|$|[-–—]))",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"^[(\[*]*\s?(?:(?:corrections?|clarifications?|editor['’]?s?['’]? notes?|corrected)(?: \([^)]{2,40}\))?\s?[:.—–]|"
    r"(?:correction|clarification) appended|this (?:article|story|post|report|piece|headline|column) (?:was|has been|"
    r"is being) (?:since )?"
    r"(?:amended|corrected|updated|edited|changed|modified)|the (?:article|story|headline) (?:was|has been) (?:amended|corrected|"
    r"updated)|"
    r"(?:an|a previous|a) (?:earlier )?version of this|(?:updates|recasts|corrects|adds|refiles|rewrites),? (?:with|to|throughout|"
    r"adds|lead|paragraph)|"
    r"updated to (?:add|correct|clarify|include|reflect))",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^[(\[*—–-]*\s?(?:"
    r"with (?:files|reporting|reports?|inputs?|additional reporting|material|contributions?) (?:from|by)\b|"
    r"(?:sources?|via|agenc(?:y|ies)|filed under|tags?|topics?|categor(?:y|ies)|authors?|reporters?|posted|published|date)\s?:|"
    r"(?:posted|published) (?:by|in|on|at)\b[^.]*$|(?:this (?:article|story|report|piece) (?:was )?)?(?:first|"
    r"originally) (?:published|appeared)\b)"
    r"|\b(?:contributed (?:reporting|to this (?:report|story|article))|(?:reporting|writing|editing) by [^.]+(?:;|"
    r"\.) ?editing by [^.]+)\b",
    re.IGNORECASE,
)
_MADE_BY = re.compile(
    r"^[(\[*—–-]*\s?(?:additional |further )?"
    r"(?:reporting|writing|editing|translation|edited|written|compiled|translated|reported|contributions?) by\b",
    re.IGNORECASE,
)
CREDIT_WORDS = 40
_POSTED = re.compile(rf"^(?:[(\[].{{0,60}}|[A-Z][\w .&'’-]{{0,40}}, )(?:[Pp]osted|[Pp]ublished|[Uu]pdated)(?: on)? {DATE}")
_UPDATED_AT = re.compile(r"^(?:(?:last )?updated|posted|published)(?: at)? \d{1,2}[:.]\d\d\b", re.IGNORECASE)
_FURNITURE = re.compile(
    r"^(?:(?:we|this (?:web)?site|our (?:web)?site|by (?:continuing|using))\b.{0,80}\bcookies?\b|(?:accept|reject|"
    r"manage)(?: all)? cookies|cookie (?:policy|settings|preferences)|"
    r"(?:sign|signing) up (?:for|to|here|now)\b|subscribe(?: (?:to|now|here|for|today)\b|!|$)|get (?:our|the|"
    r"your) .{0,60}(?:newsletter|inbox|e-?mails?|updates|alerts)|"
    r"(?:enter|submit) your e-?mail|(?:join|download|get|install) (?:our|the) .{0,40}(?:app|newsletter|channel|mailing list)\b|"
    r"newsletters?$|"
    r"(?:follow|find|like|join) us (?:on|at)\b|follow .{1,40} on (?:twitter|facebook|x|instagram|telegram|google news)|share (?:this|"
    r"on|via|article|story|with)\b|share$|"
    r"(?:tweet|e-?mail|print|facebook|twitter|whatsapp|linkedin|telegram|reddit|pinterest|copy link|copy url|save|bookmark|"
    r"listen)(?:[ |/,·]+(?:this|article|tweet|e-?mail|print|facebook|twitter|"
    r"whatsapp|linkedin|telegram|reddit|pinterest|share|copy link))*$|advertisements?(?: continue reading.*)?$|photos?$|images?$|"
    r"videos?$|read or share this|sponsored(?: content)?$|promoted$|"
    r"story continues below|article continues (?:after|below)|"
    r"continue reading|(?:if you (?:enjoyed|liked|like)|enjoyed|like) this (?:article|story|post)\b|skip to (?:main )?content|"
    r"skip advertisement|back to (?:top|home)|jump to\b|click here\b|tap here\b|"
    r"loading\b.{0,12}$|menu$|search$|close$|home$|log ?in$|register$|sign in$|"
    r"terms (?:of (?:use|service)|and conditions)\b|privacy policy|contact us$|about us$|support (?:our (?:work|journalism)|"
    r"independent journalism)|(?:please )?(?:donate (?:now|today|here)|consider (?:a donation|"
    r"donating|supporting))|"
    r"\d+ ?[- ]?min(?:ute)?s?\.? (?:read|listen)|(?:estimated )?reading time|(?:view|switch to|read (?:this )?(?:article |"
    r"story )?in) (?:desktop|mobile|english|russian|ukrainian|french|german|spanish|chinese|arabic)\b|"
    r"#\w+(?:[ ,]+#\w+)*$|[\w ]{1,25}(?: ?[>›»] ?[\w '&-]{1,60})+$)",
    re.IGNORECASE,
)
_LANGUAGE = (
    r"(?:English|Français|French|Deutsch|German|Español|Spanish|Italiano|Italian|Português|Portuguese|Русский|Russian|Українська|"
    r"Ukrainian|Polski|Polish|العربية|Arabic|中文|"
    r"Chinese|日本語|Türkçe|Turkish|فارسی|Nederlands|Svenska|Suomi|Čeština|Română|한국어|हिन्दी)"
)
_LANGUAGES = re.compile(
    rf"^{_LANGUAGE}(?:[\s|/,·•]+{_LANGUAGE})+$|^(?:language|languages|change language|select language)s?:?$", re.IGNORECASE
)
NAME = r"(?-i:[A-Z][\w.'’-]+(?: (?:(?:de|van|von|der|al|bin|el|la|di|du) )*[A-Z][\w.'’-]*){1,3})"
BYLINE = re.compile(
    rf"^(?:(?:by|written by|story by|reported by|posted by|author:|words by)\s+(?P<by>{NAME}(?:(?:, | and | & |"
    rf", and ){NAME}){{0,5}})(?P<rest>[^.!?]{{0,80}}| ?[|•·].{{0,80}})|"
    rf"[-–—]\s*(?P<dashed>{NAME})\s*[-–—])$",
    re.IGNORECASE,
)
"""A line that names who wrote the report: "By …" in whatever case, or a name between dashes."""
SECTION = re.compile(
    r"^(?:in the news|(?:breaking|world|latest|top|local|national|international|business|us|uk|europe|political)? ?news|world|"
    r"politics|opinion|analysis|commentary|editorial|features?|top stories|"
    r"exclusive|live|explainer|interviews?|press releases?|international|national|business|europe|asia|africa|americas?|middle east|"
    r"foreign policy|defen[cs]e|security|blogs?|latest|news in brief)$",
    re.IGNORECASE,
)
"""Names of a page's sections, standing alone."""
PREVIOUS = re.compile(r"^(?:previous|prev|older|←|«|‹)\b", re.IGNORECASE)
NEXT = re.compile(r"^(?:next|newer|→|»|›)\b", re.IGNORECASE)
_STEP = re.compile(r"^(?:previous|next|older|newer) (?:article|post|story|page|entry)s?\b|^(?:previous|next) ?(?::|»|›|→|$)", re.IGNORECASE)
_QUOTED = re.compile(r"^>\s?\S")
_HEADING = re.compile(r"^#{1,6}\s+\S")
_DATE_LABEL = re.compile(
    r"\b(?:first|published|posted|updated|last|modified|created|date|on|at|by|edt|est|gmt|utc|bst|cet|msk|et|am|pm|a\.m|p\.m|min|"
    r"minutes?|hours?|ago|read|of|issue|no)\b"
    r"|\d{1,2}[:.h]\d\d(?::\d\d)?|[+-]\d{4}|\W|\d+(?= ?min)",
    re.IGNORECASE,
)
_NOTE_LABEL = re.compile(
    r"\b(?:first published|published(?: on)?|posted(?: on)?|(?:last )?(?:updated|modified)(?: on)?|"
    r"\d+ ?-?min(?:ute)?s?(?: read)?|read time|reading time)\b:?"
    r"|\b\d{1,2}[:.h]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?(?: ?(?:EDT|EST|PDT|PST|GMT|UTC|BST|CET|MSK|ET|PT)\b)?|[|•·]",
    re.IGNORECASE,
)


def is_date_line(text: str) -> bool:
    """Say whether a block holds a date and nothing else but labels ("Published …", "Updated …"), a time of day and a zone."""
    if len(text) > 120:
        return False
    rest = without_dates(text)
    return rest != text and not _DATE_LABEL.sub("", rest)


def without_labels(text: str) -> str:
    """Give a note without times of day and words such as "5 min read" or "Updated", white space and signs at its ends."""
    return re.sub(r"^\W+|\W+$", "", _NOTE_LABEL.sub(" ", text))


def is_credit(text: str) -> bool:
    """Say whether a block tells who made the report or when: a byline, a date line, an agency or a posting note."""
    if (
        CREDIT_LINE.match(text)
        or IMPRINT.match(text)
        or BYLINE.match(text)
        or _POSTED.match(text)
        or _UPDATED_AT.match(text)
        or is_date_line(text)
    ):
        return True
    signed = _CREDIT.search(text) or (_MADE_BY.match(text) and in_capitals(text) >= 0.5)
    return bool(signed) and len(text.split()) <= CREDIT_WORDS


def marked_kind(text: str) -> RegionKind | None:
    """Give the kind that a block's own words show, or None where only its place can tell."""
    words = len(text.split()) if len(text) <= MOST_CHARACTERS else MOST_CHARACTERS
    if _QUOTED.match(text):
        return RegionKind.BLOCKQUOTE
    if _HEADING.match(text):
        return RegionKind.HEADLINE
    if kind := kind_of_box(text):
        return kind
    if words > FURNITURE_WORDS:
        return RegionKind.CAPTION if words <= CAPTION_WORDS and _CAPTION.search(text) else None
    return _marked_short(text)


def _marked_short(text: str) -> RegionKind | None:
    """The order matters: a credit line without a caption, and a copyright, would pass for captions."""
    signs = (
        (_COMMENT.match(text), RegionKind.COMMENT),
        (_CORRECTION.match(text), RegionKind.CORRECTION),
        (_COPYRIGHT.search(text) or CREDIT_LINE.match(text) or not any(c.isalpha() for c in text), RegionKind.FURNITURE),
        (_CAPTION.search(text), RegionKind.CAPTION),
        (_RELATED.match(text), RegionKind.RELATED),
        (_FURNITURE.match(text) or _LANGUAGES.match(text) or _STEP.match(text) or is_credit(text), RegionKind.FURNITURE),
    )
    return next((kind for found, kind in signs if found), None)
