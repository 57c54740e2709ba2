"""Who said what in reports as many an office writes them: recaps, panels, hearings, briefings, councils, seminars."""

import pytest

from bulletins.manuscript import outline_of_reading, reader
from tests.bulletins.manuscript.test_notes_of_many_offices import said

ENGLISH = {
    "for whom something is, by the family name, thinks so": (
        (
            "Panellists: Tomasz Brandl, CEO, Brandl Pumps; Prof. Adaeze Nwora, University of Sarn\n\n"
            "For Brandl, the answer is pay. “We lose every third apprentice,” he said."
        ),
        [("Tomasz Brandl", "For Brandl"), ("Tomasz Brandl", "“We lose e")],
    ),
    "whoever was not convinced is of a mind, and speaks on": (
        (
            "Panellists: Tomasz Brandl, CEO, Brandl Pumps; Prof. Adaeze Nwora, University of Sarn\n\n"
            "Nwora was not convinced. Drawing on a survey, she showed that apprentices leave."
        ),
        [("Adaeze Nwora", "Nwora was"), ("Adaeze Nwora", "Drawing on")],
    ),
    "any verb behind a quotation lets whom it names have said it": (
        (
            "Panellists: Tomasz Brandl, CEO, Brandl Pumps; Prof. Adaeze Nwora, University of Sarn\n\n"
            "“Housing is where the state comes in,” countered Nwora."
        ),
        [("Adaeze Nwora", "“Housing i")],
    ),
    "initials in a column behind the names are theirs": (
        (
            "Present:  Rosa Achterberg (Chair) RA\n          Femi Oduya (Treasurer) FO\n          Callum Strand CS\n\n"
            "FO reported a surplus.\n\nRA and CS suggested that it be spent."
        ),
        [("Femi Oduya", "FO reporte"), ("Rosa Achterberg; Callum Strand", "RA and CS")],
    ),
    "a talk's title tells who gives it, and the given name calls that one": (
        (
            "# Recap\n\nThanks to all.\n\n**Keynote: “Why nobody reads” (Marit Solheim)**\n\n"
            "Marit opened with a poll. Marit (moderating) asked what it tells."
        ),
        [("Marit Solheim", "Marit open"), ("Marit Solheim", "Marit (mod")],
    ),
    "a name in italics that opens an item is somebody's": (
        "# Recap\n\n* *Bashir Qadri* demoed a linter.\n* *Ottoline Reeve* argued that it rains.",
        [("Bashir Qadri", "Bashir Qad"), ("Ottoline Reeve", "Ottoline R")],
    ),
    "a given name labels the words of who is named in full elsewhere": (
        "# Recap\n\nOttoline Reeve, Dean of Rain, said that it rains.\n\nOttoline: hire Gus.",
        [("Ottoline Reeve", "Ottoline R"), ("Ottoline Reeve", "Ottoline:")],
    ),
    "spokespersons and ministers have labels with their posts": (
        (
            "The briefing was held by Deputy Spokesperson Anselm Krug.\n\nQuestion: Has anybody asked?\n\n"
            "Deputy Spokesperson Krug: We have been in contact.\n\nQuestion: And the dam?\n\n"
            "Deputy Spokesperson Krug: It is safe, as we said."
        ),
        [("Anselm Krug", "Deputy Spo"), ("Anselm Krug", "Deputy Spo")],
    ),
    "who is against it in brackets behind a vote says nothing": (
        (
            "Present: Mayor Gail Dunst, Councilmember Sheila Toomey\n\n"
            "Councilmember Toomey asked who pays. Motion carried 4-1 (Toomey opposed)."
        ),
        [("Sheila Toomey", "Councilmem")],
    ),
    "the rapporteur stands in the list beside who is in the chair, whom the Chair means": (
        (
            "# Report\n\nChair: Ignatius Bolo (Weir Institute)\nRapporteur: Sunniva Dahl\n\n### Talk\n\n"
            "Wrapping up, the Chair observed that rivers are slow."
        ),
        [("Ignatius Bolo", "Wrapping u")],
    ),
    "of two chairs neither is the Chair, and nobody who spoke before": (
        (
            "# Report\n\n## One\n\n*Chair: Ignatius Bolo*\n\nAda Berg (Rain School) said that rivers are slow. "
            "The Chair replied that they are not.\n\n## Two\n\nChair: Hanna Lind, Rain School\n\nIt rained."
        ),
        [("Ada Berg", "Ada Berg (")],
    ),
    "what somebody is may be told in many pieces, with brackets in them": (
        (
            "Sveinung Rotmo (Norland), President, fifth session of the Weir Assembly (WA-5), expressed hope that "
            "it rains.\n\n"
            "Ban Ki-sun, Chair, Global Growth Institute (GGI), and former Secretary-General, urged all to pay."
        ),
        [("Sveinung Rotmo", "Sveinung R"), ("Ban Ki-sun", "Ban Ki-sun")],
    ),
    "somebody else whom more is told of does not lend the verb": (
        "Ada Berg, Dean of Rain, and Ivo Lund, Mayor, were there.\n\nAda Berg, Dean of Rain, left early.",
        [],
    ),
    "whoever began, within a sentence, says it": (
        "Ada Berg, Dean of Rain, spoke about weirs.\n\nThere are, Berg began, several ways to rain.",
        [("Ada Berg", "Ada Berg,"), ("Ada Berg", "There are,")],
    ),
    "whoever pointed out something is somebody, be the name nowhere else": (
        "# Notes\n\nPetr Tesark pointed out that rain could lead to trouble for dams.",
        [("Petr Tesark", "Petr Tesar")],
    ),
    "a numbered list below a semicolon goes on with who leads up to it": (
        (
            "# Notes\n\nIt rained.\n\nAda Berg, Dean of Rain, said that it rains. "
            "She went on to tell what other towns do;\n\n"
            "1. Colby has a dam.\n\n2. Lowick has none."
        ),
        [
            ("Ada Berg", "Ada Berg,"),
            ("Ada Berg", "She went o"),
            ("Ada Berg", "Colby has"),
            ("Ada Berg", "Lowick has"),
        ],
    ),
    "a firm behind a post is no person": (
        "Insurance is missing, according to Gunnar Aas, Chief Executive Officer, Nordic Re, Norland.",
        [("Gunnar Aas", "Insurance")],
    ),
    "two joined by and who both welcome something both say it": (
        (
            "Gunnar Aas, Dean of Rain, said that it rains. Marisol Quint, Dean of Snow, said that it snows.\n\n"
            "Aas and Quint both welcomed the pledge. Quint, however, warned of floods. "
            "Aas, for his part, thought little of it."
        ),
        [
            ("Gunnar Aas", "Gunnar Aas"),
            ("Marisol Quint", "Marisol Qu"),
            ("Gunnar Aas; Marisol Quint", "Aas and Qu"),
            ("Marisol Quint", "Quint, how"),
            ("Gunnar Aas", "Aas, for h"),
        ],
    ),
    "who moderates is no part of another's credit, and opens by asking": (
        (
            "The Center hosted a talk with Professor Felix Straub, moderated by its director, Nell Ashby.\n\n"
            "Ashby opened the conversation by asking what rain is.\n\n"
            "Straub began with a story. As a boy, he said, he swam."
        ),
        [("Nell Ashby", "Ashby open"), ("Felix Straub", "Straub beg"), ("Felix Straub", "As a boy,")],
    ),
    "whoever asks in a clause with when does not say the sentence": (
        (
            "Felix Straub, Dean of Rain, said so. Nell Ashby, Dean of Snow, said no.\n\n"
            "When Ashby pressed him on it, Straub pointed to boards."
        ),
        [("Felix Straub", "Felix Stra"), ("Nell Ashby", "Nell Ashby"), ("Felix Straub", "When Ashby")],
    ),
    "of whom a clause with who tells something says what follows": (
        (
            "Councilman Hank Buell, who voted no, called the fares a tax. Mayor Ted Okafor, who voted no, left.\n\n"
            "Imani Rhodes, a nurse who lives on the east side, told the council that she walks."
        ),
        [("Hank Buell", "Councilman"), ("Imani Rhodes", "Imani Rhod")],
    ),
    "whose statement is read out says what the statement does": (
        "Mayor Ted Okafor was away. In a statement read by the clerk, Okafor said he would sign.",
        [("Ted Okafor", "In a state")],
    ),
    "whose talk asked something is who asked it": (
        (
            "# Seminar\n\nIt rained.\n\n"
            "Next up was Oluwaseun Balogun (SOTS), whose talk asked what happens. His answer: rain."
        ),
        [("Oluwaseun Balogun", "Next up wa"), ("Oluwaseun Balogun", "His answer")],
    ),
    "a list of speakers may be called by given names that are no towns": (
        (
            "Speakers: Ada Brannock, Islands Society; Jordan Lund, Rain School\n\n"
            "Ada called for a fund.\n\nJordan said it would host the summit."
        ),
        [("Ada Brannock", "Ada called")],
    ),
    "two initials before a colon say it together, and one who opens a paragraph ends the turn before": (
        (
            "Attendees: Pia Lindholm (PL), Marcus Oye (MO), Zoe Grant (ZG)\n\nPL: v2 is ready.\n\n"
            "ZG volunteers to write it.\n\nMO, ZG: plus one\n\nPL/ZG: fine with us"
        ),
        [
            ("Pia Lindholm", "PL: v2 is"),
            ("Marcus Oye; Zoe Grant", "MO, ZG: pl"),
            ("Pia Lindholm; Zoe Grant", "PL/ZG: fin"),
        ],
    ),
    "an interview begins with its first question, be it bold": (
        (
            "# A light\n\n**Tom Arden: How long have you been here?**\n\nSólrún Hauks: Nineteen winters.\n\n"
            "**TA: Do you get lonely?**\n\nSH: I get weather.\n\n**TA: And in June?**\n\nSH: I get tourists."
        ),
        [
            ("Tom Arden", "Tom Arden:"),
            ("Sólrún Hauks", "Sólrún Hau"),
            ("Tom Arden", "TA: Do you"),
            ("Sólrún Hauks", "SH: I get"),
            ("Tom Arden", "TA: And in"),
            ("Sólrún Hauks", "SH: I get"),
        ],
    ),
    "whoever was asked gives the reply that stands in quotation marks": (
        "Professor Solveig Aune was asked by the Chair whether eels vote. “Not yet,” was her reply.",
        [("Solveig Aune", "“Not yet,”")],
    ),
    "somebody's experience, doubts and lack of objection are told": (
        (
            "Solveig Aune, Dean of Rain, said so. Ivo Lund, Dean of Snow, said no.\n\n"
            "In Aune’s experience, fishermen know more.\n\nLund had no objection to it."
        ),
        [
            ("Solveig Aune", "Solveig Au"),
            ("Ivo Lund", "Ivo Lund,"),
            ("Solveig Aune", "In Aune’s"),
            ("Ivo Lund", "Lund had n"),
        ],
    ),
    "councillors who are listed with initials have the post of them all, and one of them a post of his own": (
        (
            "PRESENT: Councillors J Marsh (Chairman), Mrs P Tindall, R Okoro\n\n"
            "The Chairman said that it rains.\n\nCllr Mrs Tindall asked why."
        ),
        [("J Marsh", "The Chairm"), ("P Tindall", "Cllr Mrs T")],
    ),
    "a talk's title behind a name in bold makes it somebody's": (
        (
            "# Notes\n\nIt rained.\n\n## Day one\n\n"
            "**Ragnhild Moe, “Mud is a verb”** — Ragnhild’s keynote set the tone. She thinks that it rains.\n\n"
            "**Cosima Reuter & Piers Lightfoot, “Sludge”** — Cosima explained the sensor."
        ),
        [
            ("Ragnhild Moe", "She thinks"),
            ("Cosima Reuter", "Cosima Reu"),
        ],
    ),
    "a line that tells whose a quotation is belongs to that one above it": (
        "# Salt\n\nIt rained.\n\n“Salt is patient.”\n\n— Ada Berg, Dean of Rain\n\n“Rain is wet.”\n\n– Ivo Lund",
        [("Ada Berg", "“Salt is p"), ("Ivo Lund", "“Rain is w")],
    ),
    "a line in capitals tells who speaks below, and nothing else": (
        (
            "Present: Ms. Marchetti, Mr. Boone\n\nMs. Marchetti. We will come to order.\n\n"
            "STATEMENT OF DR. WALLACE TRENT, DIRECTOR\n\nDr. Trent. We thank you.\n\nMs. Marchetti. How many?\n\n"
            "Dr. Trent. We counted 311."
        ),
        [
            ("Ms. Marchetti", "Ms. Marche"),
            ("Ms. Marchetti", "We will co"),
            ("WALLACE TRENT", "Dr. Trent."),
            ("WALLACE TRENT", "We thank y"),
            ("Ms. Marchetti", "Ms. Marche"),
            ("Ms. Marchetti", "How many?"),
            ("WALLACE TRENT", "Dr. Trent."),
            ("WALLACE TRENT", "We counted"),
        ],
    ),
    "whoever is in a list is called by any given name that is no word and no town": (
        "Attendees: Ngozi Ade (Chair), Patrick Loew, Dai Pritchard (CEO)\n\nDai said that it rains.",
        [("Dai Pritchard", "Dai said t")],
    ),
    "presenters are a list of people, and answers are theirs whom brackets name": (
        (
            "# Webinar\n\n**Presenters:** Dr Amina Sesay (Groundwater Centre), Jorge Palau (Hydrosol)\n\nIt rained.\n\n"
            "A1 (Dr Sesay): Slowly.\n\nA2 (Palau): The users do.\n\nDr Sesay, by contrast, held that nobody does."
        ),
        [("Amina Sesay", "A1 (Dr Ses"), ("Jorge Palau", "A2 (Palau)"), ("Amina Sesay", "Dr Sesay,")],
    ),
    "the time before a name is no part of the label, and a record begins with its first speech": (
        (
            "# Podcast\n\n[00:00:04] Linnea Strand: Welcome back.\n\n"
            "[00:00:09] Linnea Strand: I’m talking to Obadiah Fell, who has repaired cranes.\n\n"
            "[00:00:17] Obadiah Fell: Forty-one in May.\n\nYou learn it.\n\n0:19 – Linnea Strand: Do you?"
        ),
        [
            ("Linnea Strand", "[00:00:04]"),
            ("Linnea Strand", "[00:00:09]"),
            ("Obadiah Fell", "[00:00:17]"),
            ("Obadiah Fell", "You learn"),
            ("Linnea Strand", "0:19 – Lin"),
        ],
    ),
    "a keynote's title tells whose the list below it is, be it the only one": (
        (
            "# Daily\n\nIt rained.\n\n## Keynote: Prof. Wangari Odhiam, “The patience of mangroves”\n\n"
            "- They are cheap.\n- Plant before you promise.\n\n## Session 3: Sand\n\nIt was dry."
        ),
        [("Wangari Odhiam", "They are c"), ("Wangari Odhiam", "Plant befo")],
    ),
    "who was there may be told by first names": (
        (
            "# Rowing\n\nThere: Babs, Trevor, Niamh, Chidi (minutes)\n\n"
            "Niamh thinks that it rains.\n\nChidi offered to row."
        ),
        [("Niamh", "Niamh thin"), ("Chidi", "Chidi offe")],
    ),
    "what somebody is may stand between dashes": (
        "Beatriz Fonsen – a tenant farmer and chair of the local branch – pointed out that it rains.",
        [("Beatriz Fonsen", "Beatriz Fo")],
    ),
    "as for somebody, a colon and what that one said": (
        (
            "Panellists: Kwame Boadun, RiverLab; Patrick O’Dowdy, Weir Harbour\n\n"
            "O’Dowdy’s advice was simpler. “Answer.”\n\nAs for Boadun: “I would row.”"
        ),
        [("Patrick O’Dowdy", "O’Dowdy’s"), ("Patrick O’Dowdy", "“Answer.”"), ("Kwame Boadun", "As for Boa")],
    ),
    "walking through something and +1 say something": (
        "Members: Greta Simms, Tomoko Hara\n\nGreta walked through the redlines.\n\nTomoko +1 to it.",
        [("Greta Simms", "Greta walk"), ("Tomoko Hara", "Tomoko +1")],
    ),
    "a dash behind a name of who was there labels what was said, and of others beside": (
        (
            "Present:  Chair Gail Marsh, Vice-Chair Brian Hobbs\n\nIt rained.\n\n"
            "Gail Marsh – Hope to meet next week.\n\nJudith Sprool – They do have teacher costs.\n\n"
            "Brian Hobbs – Nothing to add.\n\nJudith Sprool – Dean of Rain."
        ),
        [
            ("Gail Marsh", "Gail Marsh"),
            ("Judith Sprool", "Judith Spr"),
            ("Brian Hobbs", "Brian Hobb"),
        ],
    ),
    "dashes behind names of whom nobody is known label nothing": (
        "# Notes\n\nIt rained.\n\nAda Bergen – We came late.\n\nIvo Lunds – We came later.",
        [],
    ),
    "a talk's title may end with a hyphen and who gave it": (
        "# Conference\n\nIt rained.\n\n### Rivers - Alvin Richter\n\nAlvin talked about scaling up.",
        [("Alvin Richter", "Alvin talk")],
    ),
    "whom a text names in passing may be called by the given name in the next sentence": (
        (
            "# Conference\n\nIt rained.\n\nThere was a panel with the vendors - and [Martin Fowl](http://a.b/). "
            "Martin has just published a book.\n\nMartin noted that it is immature."
        ),
        [("Martin Fowl", "Martin not")],
    ),
    "an idea put forward by somebody is that one's, and staff is nobody": (
        (
            "Mr. Magan spoke about the Euro.\n\nAnother idea put forward by Mr. Magan would be to use a website.\n\n"
            "Introducing Item 7 Weir Staff, Mr. Athan reminded all that ten are there."
        ),
        [("Mr. Magan", "Mr. Magan"), ("Mr. Magan", "Another id"), ("Mr. Athan", "Introducin")],
    ),
    "initials of names with particles speak together with others": (
        (
            "* **Sylvain Grellet (SG)**\n* **Linda van den Brinks (LB)**\n\nSG and LB promised to add cases.\n\n"
            "SG: we agree."
        ),
        [("Sylvain Grellet; Linda van den Brinks", "SG and LB"), ("Sylvain Grellet", "SG: we agr")],
    ),
    "behind a credit stands what somebody did not think, or was able to speak about": (
        (
            "Ali Abdul Kadirin, Chairman of the Weir Commission, did not think it would rain.\n\n"
            "Vandana Shivan, founder of the Rain Foundation, was able to speak about it.\n\n"
            "Bill Gatsby, Dean of Snow, flew in and told all that it snows."
        ),
        [("Ali Abdul Kadirin", "Ali Abdul"), ("Vandana Shivan", "Vandana Sh"), ("Bill Gatsby", "Bill Gatsb")],
    ),
    "whoever began by doing something, or laughed but pointed to it, says it": (
        (
            "Leila Haddan, Dean of Rain, and Hugo Sandvike, Dean of Snow, came.\n\n"
            "Haddan began by telling three kinds apart.\n\nSandvike laughed but pointed to the rate."
        ),
        [("Leila Haddan", "Haddan beg"), ("Hugo Sandvike", "Sandvike l")],
    ),
    "a lecture that ends with a plea goes on with its speaker": (
        (
            "# Report\n\nIt rained.\n\nAkira Tomon (Weir School) argued that it rains.\n\n"
            "The lecture ended with a plea to read."
        ),
        [("Akira Tomon", "Akira Tomo"), ("Akira Tomon", "The lectur")],
    ),
    "a post of several words, or of letters, calls whoever holds it in the list": (
        (
            "PRESENT: Mayor T. Halloran\nSTAFF: P. Lindgren, CAO; R. Moss, Director of Works\n\n"
            "The Director of Works provided an overview.\n\nThe CAO indicated that it rains."
        ),
        [("R. Moss", "The Direct"), ("P. Lindgren", "The CAO in")],
    ),
    "behind a quotation may stand whose minister somebody is": (
        "# News\n\nIt rained.\n\n“It rains,” insisted Zambara’s minister of lakes, Tendai Moyongo.",
        [("Tendai Moyongo", "“It rains,")],
    ),
    "of whom one sentence tells, and what she told in the next": (
        (
            "# News\n\nIt rained.\n\n"
            "Irina Volkonska, Dean of Rain, was less sure. “Signals do not dredge,” she told reporters."
        ),
        [("Irina Volkonska", "“Signals d")],
    ),
    "whatever somebody else did next is not the last one's": (
        (
            "# Trip\n\nIt rained.\n\nColin Finckel, Dean of Rain, said that it rains. Rain is wet.\n\n"
            "Colin Finckel argued so. Subsequently, Alberto Schiab dove into the details."
        ),
        [("Colin Finckel", "Colin Finc"), ("Colin Finckel", "Rain is we"), ("Colin Finckel", "Colin Finc")],
    ),
    "what comes with a thing that somebody presented on is no prize": (
        "# Trip\n\nIt rained.\n\nColin Finckel, who’s a writer, presented on his crate which comes with an engine.",
        [("Colin Finckel", "Colin Finc")],
    ),
    "how somebody's proposal was greeted is nobody's word": (
        (
            "# Trip\n\nIt rained.\n\nColin Finckel, Dean of Rain, spoke about it.\n\n"
            "Finckel’s proposal was greeted with joy."
        ),
        [("Colin Finckel", "Colin Finc")],
    ),
    "a table of who was there may have an empty head, and initials in it": (
        (
            "# Meeting\n\nIt rained.\n\nSF reported that search is working.\n\nAM said that it rains.\n\n"
            "### Attendance\n\n|  |  |  |  |\n|---|---|---|---|\n"
            "| Init | Name | Institute | Apologies |\n| AM | Alistair Mill | STF |  |\n"
            "| SF | Steve Fish | STF |  |\n"
        ),
        [("Steve Fish", "SF reporte"), ("Alistair Mill", "AM said th")],
    ),
    "who holds a post at a firm, and who is in a list of those present, say nothing there": (
        (
            "# Round table\n\n"
            "*Present:* Daniel Appel, Domenic Denic, David Hermann (afternoon), Yehuda Katzen, Sergey Konst\n\n"
            "Similarly at Palo Alto, Yehuda Katzen, Senior SRE says that it rains.\n\n"
            "The chairperson, Ms Asta Bergl, opened the meeting.\n\nThe chairperson drew attention to the rain."
        ),
        [("Yehuda Katzen", "Similarly"), ("Asta Bergl", "The chairp")],
    ),
    "whose firm somebody is of may stand before the family name": (
        "Kai Beckhausen, CEO of MCJ, said that robots roll.\n\nAs MCJ’s Beckhausen explained, a shop buys.",
        [("Kai Beckhausen", "Kai Beckha"), ("Kai Beckhausen", "As MCJ’s B")],
    ),
    "with whom one paragraph ends, and he says something in the next": (
        (
            "# Robots\n\nIt rained.\n\n"
            "Weirs hosted a panel. Aaron Prathers, senior adviser for Rain, focuses on machines.\n\n"
            "“That could be anything,” he said during the panel. “We take it.”"
        ),
        [("Aaron Prathers", "“That coul"), ("Aaron Prathers", "“We take i")],
    ),
}

ENGLISH |= {
    "a block quotation is whose the line above it is": (
        (
            "# Recap\n\nPanellists: Ada Berg (Weir Office), Ivo Lund (Mill Works)\n\nThanks to all.\n\n"
            "Ivo Lund on behalf of [Mills](https://mills.example) had this to say:\n\n"
            "> Rain is wet.\n>\n> It always was.\n\n"
            "It rained. As Ada observed:\n\n> Weirs are old.\n\nHere is what somebody wrote to Ivo Lund:\n\n"
            "> Go home.\n\n"
            "Ada Berg in her talk on mills noted:\n\n> Mills are older."
        ),
        [
            ("Ivo Lund", "Ivo Lund o"),
            ("Ivo Lund", "Rain is we"),
            ("Ivo Lund", "It always"),
            ("Ada Berg", "As Ada obs"),
            ("Ada Berg", "Weirs are"),
            ("Ada Berg", "Ada Berg i"),
            ("Ada Berg", "Mills are"),
        ],
    ),
    "whoever is named within a quotation does not say it, and an update of somebody's is": (
        (
            "# Recap\n\n"
            "Ada Berg (Weir Office) spoke first. Seeing Lund’s weir, Berg wrote in [a mail](https://m.example):\n\n"
            "> Ivo Lund asked me how it goes. Lund said that it rains.\n\n"
            "Ivo Lund (Mills) agreed. Lund’s other update was that mills pay."
        ),
        [
            ("Ada Berg", "Ada Berg ("),
            ("Ada Berg", "Seeing Lun"),
            ("Ada Berg", "Ivo Lund a"),
            ("Ada Berg", "Lund said"),
            ("Ivo Lund", "Ivo Lund ("),
            ("Ivo Lund", "Lund’s oth"),
        ],
    ),
    "whoever was chosen says what the next sentence tells of his own words": (
        (
            "# Daily\n\nIt was a long day.\n\n"
            "The plenary then elected Norland President Fernando Berg de Lund as President of "
            "the forum. In his opening statement, he called for rain. He said that weirs matter."
        ),
        [("Fernando Berg de Lund", "In his ope"), ("Fernando Berg de Lund", "He said th")],
    ),
    "two family names call somebody again, and a quotation below is his who declared it": (
        (
            "# Council\n\nIt was long.\n\nBritish ambassador Mark Lyall Berg told a meeting that it rained.\n\n"
            "Lyall Berg said the committee should act.\n\n“This is the tip,” he declared, calling for more."
        ),
        [
            ("Mark Lyall Berg", "British am"),
            ("Mark Lyall Berg", "Lyall Berg"),
            ("Mark Lyall Berg", "“This is t"),
        ],
    ),
    "labels may have three initials, in capitals": (
        (
            "# Notices\n\nMr J H VAN DER BERG: Madam Speaker, I give notice that it rains.\n\n"
            "[Mr G A J LUND: Madam Speaker, I give notice that it pours.]\n\n"
            "Mr J H VAN DER BERG: I move that we go home."
        ),
        [("J H VAN DER BERG", "Mr J H VAN"), ("G A J LUND", "[Mr G A J"), ("J H VAN DER BERG", "Mr J H VAN")],
    ),
    "a class year behind a name, a microphone and who looked ahead": (
        (
            "# Meeting\n\nIt was long.\n\nAustin Berg ’15 later approached the microphone to address the fund.\n\n"
            "Our treasurer Piotr Berg reviewed our year, and Sue Lund looked to the year ahead.\n\n"
            "Moderator Jessamyn Holt ’09 introduced the panel: Kwame Boadu ’12, a hydrologist."
        ),
        [("Austin Berg", "Austin Ber"), ("Piotr Berg; Sue Lund", "Our treasu")],
    ),
    "what stands between commas, or that he was quoted, does not keep somebody from saying it": (
        (
            "# Parties\n\nIt was long.\n\n"
            "In his keynote address, Abukari Berg, the Ambassador of Peace, in plain terms, "
            "repudiated the status of violence.\n\nThe party has countered it via its Deputy Secretary, Ken Lund.\n\n"
            "Lund was quoted as saying that it is not fazed. About women, he averred that they count.\n\n"
            "George Teal, Leader of the House, berated it.\n\n"
            "Teal, who is also a poet, in the statement, noted that it rains."
            "\n\nIn his words, “It will pass.”"
        ),
        [
            ("Abukari Berg", "In his key"),
            ("Ken Lund", "Lund was q"),
            ("Ken Lund", "About wome"),
            ("George Teal", "George Tea"),
            ("George Teal", "Teal, who"),
            ("George Teal", "In his wor"),
        ],
    ),
    "of whom somebody else says something, says nothing there": (
        (
            "# Minutes\n\nPresent: B Engel, M Hand, Ivo Lund\n\nIt was long.\n\n"
            "The Chairperson said Ms Engel could put any item on the agenda.\n\n"
            "The Chairman reported that he and Cllr Hand had cleared the nettles.\n\n“It rains,” said Ivo Lund."
        ),
        [("Ivo Lund", "“It rains,")],
    ),
    "of two of one family name, the one named just before goes on by it": (
        (
            "# Rain\n\nPresent: Ada Lund (Dean), Ivo Lund (Clerk)\n\nIt was long.\n\n"
            "Ada Lund said that it rains. In her talk, Dr. Lund added that it pours."
        ),
        [("Ada Lund", "Ada Lund s"), ("Ada Lund", "In her tal")],
    ),
    "prose that is set in is no code": (
        (
            "# Colloquium\n\n      Last Monday the lab hosted a colloquium on the weir case.\n\n"
            "      **Jorge Berg**, Partner at Fen Lexon, discussed [the weir](https://m.example) at length.\n\n"
            "      Finally, **Giorgio Lund**, Professor at Fen Law School, outlined the challenges of the act."
        ),
        [("Jorge Berg", "Jorge Berg"), ("Giorgio Lund", "Finally, G")],
    ),
    "a list within a labelled item is of the speech, whomever it names": (
        (
            "# Notes\n\n"
            "* Ada Berg: The weir leaks. It did.\n    * I plan to mend it.\n    * I’d go with Ivo Lund’s idea.\n"
            "* Ivo Lund: I am fine with that.\n* Ada Berg: Good.\n"
        ),
        [
            ("Ada Berg", "Ada Berg:"),
            ("Ada Berg", "It did."),
            ("Ada Berg", "I plan to"),
            ("Ada Berg", "I’d go wit"),
            ("Ivo Lund", "Ivo Lund:"),
            ("Ada Berg", "Ada Berg:"),
        ],
    ),
    "a list within an item goes on with what the item says, and notes from a talk are its speaker's": (
        (
            "# Recap\n\nThanks to all.\n\n* Ivo Lund, a miller at Fen Mill, talked about mills. He said that mills\n"
            "    * grind corn\n    * make noise\n\n"
            "One of the best things was [Tracey Berg](https://berg.example)'s talk on “Weirs”. Notes from her talk:\n\n"
            ""
            "* weirs are old\n* mills are older\n"
        ),
        [
            ("Ivo Lund", "Ivo Lund,"),
            ("Ivo Lund", "He said th"),
            ("Ivo Lund", "grind corn"),
            ("Ivo Lund", "make noise"),
            ("Tracey Berg", "One of the"),
            ("Tracey Berg", "Notes from"),
            ("Tracey Berg", "weirs are"),
            ("Tracey Berg", "mills are"),
        ],
    ),
    "between a name and its verb may stand where somebody is from or what she works on, with no comma": (
        (
            "# Recap\n\nThanks to all.\n\nDiane Berg from the city talked about weirs.\n\n"
            "Tracey Lund who works on mills spoke about how she gets owners, and experts, in. She said it pays."
        ),
        [("Diane Berg", "Diane Berg"), ("Tracey Lund", "Tracey Lun"), ("Tracey Lund", "She said i")],
    ),
    "a label may be short for a given name, and a family name may be a word": (
        (
            "# Notes\n\nPresent: Dominique Hazel-Berg, Ivo Lund, Bryan Call\n\nDom: We want weirs.\n\n"
            "Ivo Lund: Why?\n\n"
            "Bryan Call: Please add a mill.\n\nDom: We do.\n\nBryan Call: Thanks."
        ),
        [
            ("Dominique Hazel-Berg", "Dom: We wa"),
            ("Ivo Lund", "Ivo Lund:"),
            ("Bryan Call", "Bryan Call"),
            ("Dominique Hazel-Berg", "Dom: We do"),
            ("Bryan Call", "Bryan Call"),
        ],
    ),
}
CHINESE = {
    "whoever did one thing besides another said it, and 连抛 is nobody": (
        (
            "# 党日\n\n活动举行。\n\n高二支部在支部书记苏卫军的组织下学习。苏卫军除了介绍先进事迹外，还讲述了校史。"
            "年段长陈丹燕结合实际，着意勉励青年教师多思考。\n\n在分享中，令狐阳一再强调兴趣的重要性。\n\n"
            "刚上五年级的他，出乎意料地表达了关注，连抛两个问题：“未来什么样？学好数学吗？”"
        ),
        [
            ("苏卫军", "苏卫军除了介绍先进事"),
            ("陈丹燕", "年段长陈丹燕结合实际"),
            ("令狐阳", "在分享中，令狐阳一再"),
        ],
    ),
    "a foreigner is called by one name, also behind a post that is not of the house": (
        (
            "# 對話\n\n中国前财长令狐伟和美国前财长保尔森在论坛上展开对话。\n\n"
            "“问题是疫情。”保尔森指出，疫情使问题更加突出。\n\n"
            "保尔森提醒，关税存在危险。\n\n令狐伟认为，要合作。"
        ),
        [
            ("保尔森", "“问题是疫情。”"),
            ("保尔森", "保尔森指出，疫情使问"),
            ("保尔森", "保尔森提醒，关税存在"),
            ("令狐伟", "令狐伟认为，要合作。"),
        ],
    ),
    "whoever held a speech says what the next sentence tells, and rare surnames are ones": (
        (
            "# 主场活动\n\n活动举行。生态部党组书记孙金龙，省委书记林武出席活动并讲话。\n\n"
            "孙金龙发表主旨讲话。他指出，环境要保护。\n\n"
            "授旗仪式后，自治区副主席眭国华表示，将筑牢屏障。"
        ),
        [("孙金龙", "他指出，环境要保护。"), ("眭国华", "授旗仪式后，自治区副")],
    ),
    "behind a post a word in Latin letters is somebody, and two of one post speak together": (
        (
            "# 安全会\n\n“三人行必有我师。”WEIRSEC CEO JinWook在致辞中说，会议很好。\n\n"
            "实验室负责人、高级总监Flanker将梦想一语道破。Flanker分享了成果。\n\n"
            "来自奇点实验室的两位安全研究员刘深荣、刘鹏举则将目光放在了内核上。\n\n刘深荣、刘鹏举详细介绍了系统。\n\n"
            "盘古实验室安全研究员张雪雯的议题与芯片相关。据她介绍，启动很重要。"
        ),
        [
            ("JinWook", "“三人行必有我师。”"),
            ("JinWook", "WEIRSEC CE"),
            ("Flanker", "实验室负责人、高级总"),
            ("Flanker", "Flanker分享了"),
            ("刘深荣; 刘鹏举", "刘深荣、刘鹏举详细介"),
            ("张雪雯", "据她介绍，启动很重要"),
        ],
    ),
    "who is there may be told by the house alone": (
        (
            "# 会议纪要\n\n参会人员：街道办 尹婵、物业 阚宝山\n\n今天开会。\n\n尹婵表示，车位不够。\n\n"
            "阚宝山说，可以画线。"
        ),
        [("尹婵", "尹婵表示，车位不够。"), ("阚宝山", "阚宝山说，可以画线。")],
    ),
    "who stands in for the chair is heard by that post, and 點名 says something": (
        "# 會議\n\n主席：現在開會。\n\n副主席：我說兩句。\n\n主席：好的。\n\n協會理事長王醒遠點名教授簡連榮是推手。",
        [
            ("主席", "主席：現在開會。"),
            ("副主席", "副主席：我說兩句。"),
            ("主席", "主席：好的。"),
            ("王醒遠", "協會理事長王醒遠點名"),
        ],
    ),
    "whoever has a talk speaks behind where that one is from": (
        (
            "# 会议召开\n\n"
            "* 芦汀水务令狐野围绕“The Weir Deadlock: Challenges We Ignore”，从工程实践出发，系统剖析了水网的张力。\n\n"
            ""
            "* Fen Tech 宇文舒通过“When Weirs Meet Reality”，从数据与测量角度分析了水网的成因。"
        ),
        [("令狐野", "芦汀水务令狐野围绕“"), ("宇文舒", "Fen Tech 宇")],
    ),
    "who is in the chair and reviews something says it": (
        "# 会议召开\n\n今天开会。\n\n会议由芦汀大学李琦主持，从水网的发展脉络出发，回顾了水网的长期演进。",
        [("李琦", "会议由芦汀大学李琦主")],
    ),
    "names in Latin letters are joined, and speak in short and as he or she": (
        (
            "# 论坛\n\n创意技术专家 Ada Berg 接受了媒体采访。她激动地表示：“我真的想哭。”\n\n"
            "Berg 强调，这是一次协作。\n\n"
            "在讲座环节中，Ivo Lund和Petra Kos深入分享了他们的过程。\n\n"
            "Taro Narahall聚焦在材料之间的潜力，他探讨了如何注入叙事能力。"
        ),
        [
            ("Ada Berg", "她激动地表示：“我真"),
            ("Ada Berg", "Berg 强调，这是"),
            ("Ivo Lund; Petra Kos", "在讲座环节中，Ivo"),
            ("Taro Narahall", "Taro Narah"),
        ],
    ),
    "a record's chair has no name and is heard by the post": (
        (
            "# 會議\n\n全委會主席：端木晴議員，請你繼續。\n\n端木晴議員：我想問水務署。\n\n"
            "全委會主席：請你繼續發言。\n\n"
            "令狐野議員：多謝主席。我反對。"
        ),
        [
            ("全委會主席", "全委會主席：端木晴議"),
            ("端木晴", "端木晴議員：我想問水"),
            ("全委會主席", "全委會主席：請你繼續"),
            ("令狐野", "令狐野議員：多謝主席"),
            ("令狐野", "我反對。"),
        ],
    ),
    "a report of somebody's says what its bearer does": (
        "# 综述\n\n南海大学的第五晴研究员的报告题为《房租的记忆》。报告指出，租金上涨最快的是第二条巷子。",
        [("第五晴", "报告指出，租金上涨最")],
    ),
    "則指 behind a semicolon is the other one's": (
        (
            "# 港口論壇\n\n船東會主席歐陽德直言，不夠。\n\n科技大學教授戚美儀認為，要快。\n\n"
            "被問到碳稅，歐陽德指業界並不反對；戚美儀則指碳稅愈遲愈貴。"
        ),
        [
            ("歐陽德", "船東會主席歐陽德直言"),
            ("戚美儀", "科技大學教授戚美儀認"),
            ("歐陽德; 戚美儀", "被問到碳稅，歐陽德指"),
        ],
    ),
    "speeches a line each are one each, and what stands below is no speech of the last one": (
        (
            "# 班会记录\n\n主持人：班长 穆青禾\n\n上官小满：我家门口的河叫白鹭溪。\n苗夏：我们那里没有河，只有水渠。\n"
            "上官小满和苗夏都表示，愿意回家乡。\n\n最后，穆青禾总结：河流是我们共同的老师。"
        ),
        [
            ("上官小满", "上官小满：我家门口的"),
            ("苗夏", "苗夏：我们那里没有河"),
            ("上官小满; 苗夏", "上官小满和苗夏都表示"),
            ("穆青禾", "最后，穆青禾总结：河"),
        ],
    ),
    "向 before a surname and a title is no name, and whose arrival he speaks of says nothing": (
        (
            "# 欢迎会\n\n校方聘请黄铭钧院士为教授。黄铭钧院士表示，很荣幸。\n\n"
            "院长尹建伟在致辞中回顾了黄院士的成就，并代表学院，向黄院士致以诚挚欢迎。他强调，黄院士的加盟将带来动能，期待共同发展。"
        ),
        [
            ("黄铭钧", "黄铭钧院士表示，很荣"),
            ("尹建伟", "院长尹建伟在致辞中回"),
            ("尹建伟", "他强调，黄院士的加盟"),
        ],
    ),
    "whoever interprets, or is told to stand for many, says nothing, and 问“ asks": (
        (
            "# 研讨会\n\n馆长太叔青表示，快。\n\n研究员闾丘桐表示，要慢。\n\nMeera Iyer 用英文发言，由闾丘桐翻译。\n\n"
            "以太叔青馆长为代表的一批人开始引发关注。\n\n在讨论中，太叔青问“船上图书馆”的书如何防潮。"
        ),
        [
            ("太叔青", "馆长太叔青表示，快。"),
            ("闾丘桐", "研究员闾丘桐表示，要"),
            ("太叔青", "在讨论中，太叔青问“"),
        ],
    ),
    "whose mother somebody is, or which of several, tells of a person": (
        "# 基金会\n\n三位同学来了。\n\n联络员之一的陈晓均透露说，没有开销。\n\n杨航的妈妈吴榕说，孩子很有爱心。",
        [("陈晓均", "联络员之一的陈晓均透"), ("吴榕", "杨航的妈妈吴榕说，孩")],
    ),
    "who is told to be a leader says nothing there": (
        "# 论坛\n\n主席鲍勃·霍克表示，要开放。\n\n霍克是首先倡议成立组织的领导人。",
        [("鲍勃·霍克", "主席鲍勃·霍克表示，")],
    ),
    "达成一致 says what both agreed on": (
        (
            "# 纪要\n\n渔业协会会长濮阳春表示，要快。\n\n长风能源副总裁司寇雷表示，要慢。\n\n"
            "濮阳春和司寇雷罕见地达成一致：标准不统一。"
        ),
        [
            ("濮阳春", "渔业协会会长濮阳春表"),
            ("司寇雷", "长风能源副总裁司寇雷"),
            ("濮阳春; 司寇雷", "濮阳春和司寇雷罕见地"),
        ],
    ),
    "谈了看法 says something": (
        "# 综述\n\n来自南浦水务集团的端木晴则从企业角度谈了看法。她说，标准不统一。",
        [("端木晴", "来自南浦水务集团的端"), ("端木晴", "她说，标准不统一。")],
    ),
    "与 joins somebody with who has the post in brackets": (
        (
            "# 综述\n\n来自南浦水务集团的端木晴认为，要快。\n\n"
            "对此，令狐野（蓝湾基金合伙人）与端木晴均表示赞同。"
        ),
        [("端木晴", "来自南浦水务集团的端"), ("令狐野; 端木晴", "对此，令狐野（蓝湾基")],
    ),
    "a quotation with a question in it does not end the sentence": (
        "# 综述\n\n南海大学教授端木晴从“钱从哪里来？”、“谁来修？”两个方面来阐述了水库的将来。",
        [("端木晴", "南海大学教授端木晴从")],
    ),
    "a professor whose name is not read is not the one who spoke before": (
        (
            "# 综述\n\n南海大学教授端木晴认为，水库要修。水库在山上。"
            "北海大学雅雅枫教授从法律对两类水库的策略出发，论证了理论基础问题。"
        ),
        [("端木晴", "南海大学教授端木晴认"), ("端木晴", "水库在山上。")],
    ),
    "between an institution and a title stands a whole name, be part of it a word": (
        (
            "# 综述\n\n会议由西山大学副校长刘复兴教授主持。\n\n"
            "基于水库的情况，西山大学副校长、北山大学刘复兴教授提出需要重新配置。"
        ),
        [("刘复兴", "基于水库的情况，西山")],
    ),
    "what all told views of says nothing": (
        "# 综述\n\n与会专家围绕大会主题纷纷表达了自己的学术观点，为水库的发展提供了理论。",
        [],
    ),
    "views with what they are say something": (
        "# 综述\n\n与会专家纷纷发表了自己的观点，一致认为水库要修。",
        [("与会专家", "与会专家纷纷发表了自")],
    ),
    "明确 before a verb does not keep it from a short Latin name": (
        "# 综述\n\n会上有Damien Neild。\n\nDamien 明确指出，要快。",
        [("Damien Neild", "Damien 明确指")],
    ),
    "a padded label without a colon tells who is in the chair, and the line below nobody more": (
        (
            "安坪議會會議紀錄\n\n主  席 巫院長錫堃\n\n秘書 林志加\n\n林秘書長志加:出席委員64人,已足法定人數。\n\n"
            "主席:現在開會。\n\n主席:現在處理。"
        ),
        [("林志加", "林秘書長志加:出席委"), ("巫錫堃", "主席:現在開會。"), ("巫錫堃", "主席:現在處理。")],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), ENGLISH.values(), ids=ENGLISH)
def test_in_an_english_report(text, wanted):
    assert said(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), CHINESE.values(), ids=CHINESE)
def test_in_a_chinese_report(text, wanted):
    assert said(text) == wanted


def outline(text, suffix="txt"):
    return outline_of_reading(reader.read_bytes(text.encode(), f"a.{suffix}"))


@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_a_line_of_who_was_absent_is_no_part_of_the_last_name(suffix):
    told = outline(
        "# Council\n\nROLL CALL\nPresent: Mayor Gail Dunst, Councilmembers Ray Ibarra, Ana Lucero\nAbsent: None\n\n"
        "Councilmember Lucero asked who pays.",
        suffix,
    )

    assert [who["name"] for who in told["roster"]] == ["Ana Lucero"]


def test_a_line_that_leads_up_to_the_minutes_is_no_title():
    told = outline(
        "临屿市社区议事会会议纪要\n\n地点：三楼\n\n会议内容：\n\n一、停车\n\n端木晴表示，车位不够。"
    )

    assert (told["title"], told["lede"]) == ("临屿市社区议事会会议纪要", "会议内容：")


def test_a_surname_and_post_is_no_doubt_where_the_list_has_the_surname():
    told = outline(
        "议事会会议纪要\n\n主持人：卓文洲\n出席人员：卓文洲、区慧娴\n\n一、停车\n\n区慧娴表示，车位不够。\n\n"
        "卓主任要求落实。"
    )

    assert [finding for finding in told["findings"] if finding["code"] == "roster-doubtful"] == []


def test_a_name_below_the_head_of_a_record_labels_the_first_speech():
    told = outline(
        "HC Deb 07 July 1948 cc378-80\nMr. Henry Stewart\n\nMay I ask whether we are told of it?\n\nMr. Speaker\n\n"
        "I object to these questions.\n\nMr. Oliver Stanway\n\nAre we to understand that it rains?"
    )

    said_by = [one["speakers"] for point in told["sections"][0]["points"] for one in point["statements"]]
    assert said_by == [["Henry Stewart"], ["Mr. Speaker"], ["Oliver Stanway"]]


def test_a_title_with_post_and_name_in_the_line_below_it_heads_a_speech_of_several_paragraphs():
    text = (
        "观点摘登\n\n会议在云杉举行。\n\n治沙先治心\n云杉研究所所长　东方石\n\n三十年前，我们以为治沙是打仗。\n\n"
        "一棵梭梭要长七年。\n\n水是语言\n哈桑·贾比尔　绿洲署署长\n\n在我的家乡，老人会听水。\n\n"
        "让人留下来\n合作社发起人　慕容果\n\n我们有四十二个年轻人。"
    )

    assert said(text, "txt") == [
        ("东方石", "云杉研究所所长　东方"),
        ("东方石", "一棵梭梭要长七年。"),
        ("哈桑·贾比尔", "哈桑·贾比尔　绿洲署"),
        ("慕容果", "合作社发起人　慕容果"),
    ]
