"""Codes without a case, each with what it means and what to do; why there is no case stands above
them. `docs/checks.md` lists them.
"""

from __future__ import annotations

# They tell of the machine, of another program or of a moment, which a case cannot bring about.
OF_THE_MACHINE = {
    "library-missing": "A library that briefs or the search need is not installed. The hint has "
    "the command that installs it; the pages are built without them.",
    "search-failed": "The program that makes the index of the search ended without one. All else "
    "is built. Build again, or with `--no-search`.",
    "brief-library": "A system library is there, and cannot be loaded. Install it anew.",
    "brief-time": "A brief took longer than its limit; the pages stand. Split the packet, look for "
    "a table of unusual size, or raise `limits.brief_seconds`.",
    "brief-memory": "A brief needed more memory than its limit; the pages stand. Split the packet, "
    "or raise `limits.brief_memory`.",
    "brief-worker": "The process that makes briefs was ended by the system. Build again; if it "
    "comes back, split the packet.",
    "brief-failed": "The layout program failed at this brief. Leave out items by halves until it "
    "is made, and report what stood in the last one.",
    "brief-nesting": "The elements of a brief lie in one another too deep for the layout program. "
    "Look for lists inside lists in its texts.",
    "port-refused": "`serve --port` names a port that another program has, or that the system "
    "does not give you. Leave `--port` away.",
    "fault": "Something happened that briefgen's authors did not foresee. It is no mistake of "
    "yours; report it with what the terminal shows.",
    "system": "The system refused to read or write a file, and says why.",
    "package-missing": "A Python package that briefgen needs is not installed. The hint has the "
    "command that installs it.",
    "files-moving": "Files of the theme changed again and again while they were read. Build again "
    "when they are at rest.",
    "settings-missing": "The `briefgen.yaml` of a project that is being watched or built by a "
    "program of yours is gone. Put it back.",
}

# They need a picture, which the text of a case cannot hold; `tests/media/` has a test of each.
OF_MEDIA = {
    "media-moved": "A file was changed while the site was built. Build again.",
    "media-size": "A file has more bytes, or a picture more pixels, than the limits allow. Save it "
    "smaller, or raise `limits.media_size` or `limits.media_pixels` in `briefgen.yaml`.",
}

# `capture` reads one source, from the disk or the web; `tests/capture/` has a test of each.
OF_CAPTURE = {
    "capture-address": "The address is not one of the web that anybody could reach.",
    "capture-answer": "The server answered that it does not have the page.",
    "capture-attachments": "A mail has attachments, which are not captured with it.",
    "capture-broken": "The file is damaged, or not of the format that it says.",
    "capture-empty": "There is no text in what was captured, as in a scan.",
    "capture-failed": "The server could not be reached.",
    "capture-format": "The format is none from which text can be taken.",
    "capture-locked": "The file is locked with a password.",
    "capture-private": "The address belongs to a private network, which is not asked.",
    "capture-recoded": "The text was not in UTF-8, and was written anew in it.",
    "capture-redirects": "The address leads to another, and so on without end.",
    "capture-slow": "The server took too long.",
    "capture-too-large": "The page is larger than any text.",
    "draft-outside": "The draft lies where the site does not look for articles.",
    "line-suspicious": "A line may be furniture of the web page, not of the text. Look at it.",
    "quotation-unclosed": "A quotation in the source begins and does not end. Look at it.",
    "source-known": "This source was captured before, or an article summarises it already.",
    "sources-refused": "The folder of the snapshots lies where briefgen builds.",
}

# `check --links` asks the network; `tests/links/` has a test of each. Their levels can be changed.
OF_LINKS = {
    "link-dead": "An address answered that there is no such page, or nobody knew its host, on two "
    "runs at least a day apart. An error; nothing else of `--links` is one.",
    "link-moved": "An address leads to another for good. A note.",
    "link-unchecked": "An address failed once, or refused to answer programs (403, 429), or its "
    "server was out of order, silent or not public: that says nothing of what readers see. A note.",
}

# `init`, `new` and `explain` answer one question about one file; they have tests of their own.
OF_OTHER_COMMANDS = {
    "glob-narrow": "The settings look for this kind of item by names that a new file cannot have.",
}

# The reports would change with each new word and language; `tests/words/` has a test of each.
OF_WORDS = {
    "words-language": "Nobody has translated the interface into the site's language yet, so it is "
    "English. A theme of the site can bring `words/LANGUAGE.po`. A note.",
    "words-missing": "A catalogue of the project lacks words, which stand in English on the site. "
    "Translate them; the hint names the file. A warning.",
}

# What hands a packet over looks first at what was built; `tests/deliver/` has a test of each.
OF_LEAVING = {
    "brief-stale": "The brief in the output is not what a build would make now. Build again, look "
    "at it, and then hand it over or record it.",
    "brief-altered": "The file says that it is a brief that was recorded, and has other bytes than "
    "the one that was sent. Ask with the very file that was sent.",
    "brief-unbuilt": "The brief of the packet is not in the output. Build it.",
    "brief-unknown": "The file is no brief that was recorded as sent: perhaps it was opened and "
    "saved again. Ask with the very file that was sent.",
    "packet-withheld": "The audience may not see the packet now. Name another with `--audience`.",
    "channel-audience": "What was built for this audience may not leave this way. If it may, say "
    "so under `deploy:` or `mail:` in `briefgen.yaml`.",
    "channel-ceiling": "A label is above what may leave this way. If it may, raise the `ceiling` "
    "under `deploy:` or `mail:` in `briefgen.yaml`.",
    "deploy-audience": "The branch holds what another audience gets. Give each a branch of its "
    "own.",
    "deploy-branch": "The branch is one that people work on, or its name cannot be one.",
    "deploy-stranger": "The branch holds files that briefgen did not write. Choose another.",
    "git-failed": "Git did not do what `deploy` asked; the message has its words.",
    "mail-address": "Something under `distribution`, `mail.sender` or `--from` is no address.",
    "mail-inside": "A mail names those who get it, so it may not lie in the output folder.",
    "mail-nobody": "The packet has no `distribution`, so the mail has no recipients yet.",
    "mail-sender": "A mail says who sends it: with `mail: {sender: …}`, or with `--from`.",
    "output-changed": "A file of the output is not what was built, or is gone. Build again.",
    "output-missing": "What is to leave has not been built.",
    "output-mixed": "A build was cut short, and old and new files stand side by side. Build again.",
    "output-outdated": "A file tells of something that this audience may not see now, such as an "
    "item that has expired since it was built. Build again.",
    "output-unrecorded": "It is not known what a file was made from, because the cache is gone or "
    "was not used. Build again, without `--no-cache`.",
}

UNPROVOKED = {
    **OF_THE_MACHINE,
    **OF_MEDIA,
    **OF_CAPTURE,
    **OF_LINKS,
    **OF_OTHER_COMMANDS,
    **OF_WORDS,
    **OF_LEAVING,
}
