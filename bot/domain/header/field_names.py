"""The names that writers give the fields of a header, by language.

A name is written as people say it, in small letters; accents and the marks inside a name are not compared.
"""

from collections.abc import Mapping

from bot.domain.header.field import Field

ENGLISH = {
    Field.TITLE: "title, ttile, titles, story title, fic title, title of story, story, story name, fic, entry title",
    Field.AUTHOR: """author, auther, authors, writer, written by, by, pen name, author's name, author name, penned by,
        writers, fic by, posted by, creator, your name, name on server, username""",
    Field.FANDOM: """fandom, fandoms, fandom category, show, shows, universe, canon, original work, series fandom,
        source, verse, game""",
    Field.PAIRING: """pairing, pairings, pair, ship, ships, relationship, relationships, couple, couples, main pairing,
        paring, parings, side pairings, romance""",
    Field.CHARACTERS: """characters, character, cast, starring, featuring, pov, main characters, main character,
        chars, char, people, focus, who""",
    Field.RATING: "rating, raitng, ratings, rated, rate, age rating",
    Field.WARNINGS: """warnings, warning, archive warning, archive warnings, content warning,
        content warnings, content notes, content note, trigger warning, trigger warnings, triggers, cw, cws, tw, tws,
        caution, contains""",
    Field.SPOILERS: "spoilers, spoiler, spoils, spoiler warning, spoiler warnings, spoilers for, spoiler alert",
    Field.DISCLAIMER: """disclaimer, disclaimers, disclaim, standard disclaimer, legal stuff, legal, legalities,
        copyright, legal disclaimer, legal info, legal information, legal notes, usual disclaimer,
        usual disclaimers, disclaimer stuff, dislaimer, disclamer,
        declaimer, legalese, legal crap, legal bit, legal bits,
        legal junk, copyright stuff""",
    Field.WORD_COUNT: """word count, wordcount, words, word counts, number of words, total words,
        total word count, total, wc, count, w/c, wordage, wrod count, word cout, fic length""",
    Field.PROMPT: """prompt, prompts, theme, themes, challenge prompt, prompt word, prompt words, prompt used,
        prompts used, challenge word, challenge words, topic, prompt number, prompt set, request, requests,
        requested""",
    Field.WRITTEN_FOR: """written for, for, challenge, gift for, requested by, challenges, challenge name,
        fic for, giftee""",
    Field.SUMMARY: """summary, summery, summaries, blurb, synopsis, story summary, chapter summary, description,
        teaser""",
    Field.NOTES: """notes, note, a/n, an, a.n., a\\n, n/a, afterword, footnote, footnotes, author's note,
        author's notes, authors note, authors notes, author note, author notes, notes on the story, additional notes,
        author's comments, author's comment, comments, comment, author's ramblings, ramblings, ps, p.s.,
        beginning notes, chapter notes, notes at end, notes at the end, end notes, chapter end notes, end note, endnote,
        endnotes, closing note, closing notes, final note, final notes, postscript, story notes,
        writer's note, writer's notes, auther's notes,
        archivist's note, editor's note, translator's note, mod note, a/ns, ans, commentary""",
    Field.GENRE: "genre, genres, category, categories, classification, vibe, vibes",
    Field.BETA: """beta, betas, beta'd, edited by, beta reader, beta readers, beta by, betaed by, beta'd by, beta'ed by,
        thanks to, betareader, beta read by, beta thanks,
        pre-read by, preread by, pre-readers""",
    Field.ARCHIVE: """archive, archiving, archived at, archive at, archived, distribution, archive rights,
        permission to archive""",
    Field.FEEDBACK: """feedback, feedback to, comments to, c&c to, reviews, concrit, con-crit, crit, c&c,
        constructive criticism, review, r&r""",
    Field.SETTING: "setting, timeline, timeframe, time frame, time line, place, set, set during, era, continuity",
    Field.CLAIM: "claim, claims, my claim, character claim, fandom claim",
}
"""A field's own name comes first; singular and plural both stand here."""

FRENCH = {
    Field.TITLE: "titre",
    Field.AUTHOR: "auteur, pseudo, auteure, autrice, auteurs, écrit par",
    Field.FANDOM: "fandoms, univers, série",
    Field.PAIRING: "couple, couples, relation, relations",
    Field.CHARACTERS: "personnages, personnage, perso, persos",
    Field.RATING: "classement, public",
    Field.WARNINGS: "avertissement, avertissements, attention",
    Field.SPOILERS: "spoil",
    Field.DISCLAIMER: "droits, crédits, droits d'auteur",
    Field.WORD_COUNT: "nombre de mots, mots, nb de mots, nombre mots, compte de mots",
    Field.PROMPT: "thème, thèmes, consigne, sujet, mot clé",
    Field.WRITTEN_FOR: "écrit pour, pour, défi, communauté",
    Field.SUMMARY: "résumé",
    Field.NOTES: """notes de l'auteur, note de l'auteur, n/a de l'auteur, nda, note d'auteur, notes d'auteur,
        remarque, remarques, commentaire, commentaires, notes de l'auteure, note de l'auteure, notes de l'autrice,
        note de l'autrice, mot de l'auteur, mot de l'autrice, notes de fin, note de fin, notes finales, postface""",
    Field.GENRE: "genres, catégorie",
    Field.BETA: "bêta, bêta lecture, bêta lectrice, relecture, relu par",
    Field.ARCHIVE: "archivage",
    Field.FEEDBACK: "retours",
    Field.SETTING: "cadre, époque, période, lieu",
}

GERMAN = {
    Field.TITLE: "titel",
    Field.AUTHOR: "autor, autorin, verfasser, verfasserin, geschrieben von, von",
    Field.FANDOM: "serie, fandoms",
    Field.PAIRING: "paarung, paarungen, paar, beziehung, beziehungen, paare",
    Field.CHARACTERS: "charaktere, charakter, figuren, figur, personen, hauptpersonen, hauptfiguren",
    Field.RATING: "altersfreigabe, freigabe, einstufung, altersempfehlung, bewertung",
    Field.WARNINGS: "warnungen, warnung, triggerwarnung, triggerwarnungen, inhaltswarnung",
    Field.SPOILERS: "spoilerwarnung",
    Field.DISCLAIMER: "haftungsausschluss, rechte, rechtliches",
    Field.WORD_COUNT: "wortanzahl, wortzahl, wörter, worte, anzahl der wörter, anzahl wörter, wörterzahl, wörteranzahl",
    Field.PROMPT: "thema, stichwort, stichworte, aufgabe, vorgabe, vorgaben",
    Field.WRITTEN_FOR: "geschrieben für, für, herausforderung",
    Field.SUMMARY: "zusammenfassung, inhalt, kurzbeschreibung, kurzinhalt, inhaltsangabe",
    Field.NOTES: """anmerkung, anmerkungen, notiz, notizen, anmerkungen des autors, anmerkung des autors,
        anmerkungen der autorin, anmerkung der autorin, kommentar, kommentare, vorwort, nachwort,
        bemerkung, bemerkungen, autorennotiz, schlussbemerkung, schlussnote, nachbemerkung, endnotiz""",
    Field.GENRE: "kategorie, kategorien",
    Field.BETA: "betaleser, betaleserin, betagelesen von, dank an",
    Field.ARCHIVE: "archiv, archivierung",
    Field.FEEDBACK: "rückmeldung, rückmeldungen",
    Field.SETTING: "zeit, ort, zeitpunkt, handlungsort, zeitraum",
}

SPANISH = {
    Field.TITLE: "título",
    Field.AUTHOR: "autora, autores, escrito por",
    Field.FANDOM: "fandoms, serie",
    Field.PAIRING: "pareja, parejas, emparejamiento",
    Field.CHARACTERS: "personajes, personaje",
    Field.RATING: "clasificación, calificación",
    Field.WARNINGS: "advertencia, advertencias, aviso, avisos",
    Field.DISCLAIMER: "descargo, descargo de responsabilidad, renuncia, derechos",
    Field.WORD_COUNT: """palabras, número de palabras, conteo de palabras, total de palabras, cantidad de palabras,
        recuento de palabras, conteo, extensión""",
    Field.PROMPT: "tema, temas, consigna, palabra clave",
    Field.WRITTEN_FOR: "escrito para, para, reto, desafío, comunidad",
    Field.SUMMARY: "resumen, sinopsis",
    Field.NOTES: """nota, notas, nota de autor, nota de autora, nota del autor, nota de la autora, notas del autor,
        notas de la autora, notas de autor, notas de autora, comentario, comentarios, notas finales, nota final""",
    Field.GENRE: "género, géneros, categoría",
    Field.BETA: "beteado por, beta lector, beta lectora, gracias a",
    Field.ARCHIVE: "archivo",
    Field.SETTING: "época, lugar, ambientación, línea temporal",
}

ITALIAN = {
    Field.TITLE: "titolo",
    Field.AUTHOR: "autore, autrice, autori, scritto da, scritta da",
    Field.PAIRING: "coppia, coppie, relazione, relazioni",
    Field.CHARACTERS: "personaggi, personaggio",
    Field.RATING: "classificazione, valutazione",
    Field.WARNINGS: "avvertimenti, avvertimento, avvertenze, avvisi, avviso, attenzione",
    Field.DISCLAIMER: "diritti",
    Field.WORD_COUNT: "parole, numero parole, numero di parole, conteggio parole, conteggio delle parole, conteggio",
    Field.PROMPT: "traccia, parola chiave",
    Field.WRITTEN_FOR: "scritto per, scritta per, per, sfida, concorso",
    Field.SUMMARY: "riassunto, sommario, trama, sinossi, introduzione",
    Field.NOTES: """note dell'autore, note dell'autrice, nota dell'autore, nota dell'autrice, note autore, note autrice,
        note d'autore, nda, commento, commenti, note finali, nota finale""",
    Field.GENRE: "genere, generi, categoria",
    Field.BETA: "betaggio, betata da, betato da, grazie a",
    Field.ARCHIVE: "archivio",
    Field.SETTING: "ambientazione, luogo, periodo",
}

PORTUGUESE = {
    Field.AUTHOR: "autora, autores, escrito por",
    Field.PAIRING: "casal, casais, par, pares, shipper, ship",
    Field.CHARACTERS: "personagens, personagem",
    Field.RATING: "classificação, censura, faixa etária, classificação etária",
    Field.WARNINGS: "avisos, aviso, alerta, alertas",
    Field.DISCLAIMER: "direitos autorais, direitos, isenção",
    Field.WORD_COUNT: "palavras, número de palavras, contagem de palavras, total de palavras, contagem",
    Field.PROMPT: "tema, palavra chave",
    Field.WRITTEN_FOR: "escrito para, desafio, comunidade",
    Field.SUMMARY: "resumo, sinopse",
    Field.NOTES: """notas do autor, notas da autora, nota do autor, nota da autora, notas de autor, notas finais,
        notas iniciais, comentário, comentários""",
    Field.GENRE: "gênero, gêneros, gênero literário",
    Field.BETA: "betado por, betada por, obrigada a, betagem",
    Field.SETTING: "cenário, época, linha do tempo",
}

RUSSIAN = {
    Field.TITLE: "название, заголовок",
    Field.AUTHOR: "автор, авторы, автор текста",
    Field.FANDOM: "фандом, фандомы, канон",
    Field.PAIRING: "пейринг, пэйринг, пейринги, пары, пара, отношения, пейринг и персонажи",
    Field.CHARACTERS: "персонажи, персонаж, герои, действующие лица",
    Field.RATING: "рейтинг",
    Field.WARNINGS: "предупреждение, предупреждения, варнинг",
    Field.SPOILERS: "спойлер, спойлеры",
    Field.DISCLAIMER: "дисклеймер, дисклаймер, отказ, отказ от прав, права",
    Field.WORD_COUNT: "слов, слова, количество слов, число слов, объём, размер, кол-во слов",
    Field.PROMPT: "тема, темы, ключ, заявка, промпт, ключевое слово, задание",
    Field.WRITTEN_FOR: "для, написано для, на конкурс, конкурс, вызов, подарок для, посвящение",
    Field.SUMMARY: "краткое содержание, содержание, саммари, описание, аннотация",
    Field.NOTES: """примечание, примечания, от автора, комментарий, авторские примечания,
        примечание автора, примечания автора, заметки, а/п, примечания в конце, примечание в конце, послесловие""",
    Field.GENRE: "жанр, жанры, категория",
    Field.BETA: "бета, беты, бета-ридер, редактор, вычитка",
    Field.ARCHIVE: "архив, размещение",
    Field.FEEDBACK: "отзывы, критика",
    Field.SETTING: "время, место, время действия, таймлайн, сеттинг",
}

LANGUAGES: tuple[Mapping[Field, str], ...] = (ENGLISH, FRENCH, GERMAN, SPANISH, ITALIAN, PORTUGUESE, RUSSIAN)

SIGNS: Mapping[Field, str] = {
    Field.TITLE: "📖 📕 📗 📘 📙 📜 🏷",
    Field.AUTHOR: "✍ 🖋 🖊 ✒ 👤",
    Field.FANDOM: "📚 🎬 📺 🎮 🌍 🌎 🌏",
    Field.PAIRING: "💞 💕 💘 💑",
    Field.CHARACTERS: "👥 🎭",
    Field.RATING: "🔖",
    Field.WARNINGS: "⚠ 🚨",
    Field.WORD_COUNT: "🔢 📏 🧮",
    Field.PROMPT: "💡 🎯",
    Field.NOTES: "📝 💬",
}
"""What writers on Discord set before a value in place of a name."""

OF_ARCHIVES = """favs, additional tags, author url, bookmarks, chapter count, chapters, collections, completed,
    favorites, favourites, followers, follows, freeform tags, hits, idioma, kudos, language, langue, lingua,
    packaged, published, publisher, reading time, series, sprache, stats, status, statut, story id, story type,
    story url, tags, updated, url, work id, work skin, статус, язык"""
"""Names that archives give to lines of a header, which belong to it even below a gap."""

OTHER = """stato, estado, état, capitolo, kapitel, chapitre, capítulo, глава, chapter, collection, community,
    crossposted, cross-posted, crossposted to, cross-posted to, date, dedication, dedicated to, e-mail, email, episode,
    keywords, length, medium, part, posted, recipient, sequel to, table, team, website, homepage, wip, wip?,
    type, form, format, day, week, link, music, soundtrack, mood, location, previous, next, prequel, links,
    lyrics, read, inspiration, inspired by, icon, art, artist, fest, exchange, bingo, square, datum, fecha, data,
    дата, série de, размер текста, state"""
"""Names of header lines that we have no field for; they belong to the header, too."""

WEAK = """who, pair, game, creator, note, by, for, story, fic, people, place, set, count, an, focus, request, comment,
    comments, romance, rate,
    words, total, review, reviews, canon, source, contains, copyright, show, time, era, char, teaser, description,
    legal, gift for, cast, verse, caution, starring, couple, character, relationship, setting, category, thanks to,
    ps, p.s., von, für, zeit, ort, worte, inhalt, serie, pour, par, public, lieu, sujet, mots, attention, para,
    palabras, per, parole, attenzione, для, время, место, слова, права, пара, герои"""
"""Names that are words of every story as well: one of them alone makes no header."""
