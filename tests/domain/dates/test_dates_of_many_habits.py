"""Dates as people of many habits write them, each with what it means.

It is Saturday, 28 November 2026, 10:00 in London. A date without a time is all of that day, since a round closes with
its end. What may be several moments is asked back, with all of them.
"""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.dates import vocabulary, written_date
from bot.domain.problem import DateUnclear, Problem

LONDON = ZoneInfo("Europe/London")
SATURDAY = datetime(2026, 11, 28, 10, tzinfo=UTC)
LATER = [datetime(2026, 10, 25, 1, 30, tzinfo=UTC), datetime(2028, 2, 29, tzinfo=UTC)]

HABITS = {
    "by day": """
        today                         2026-11-28
        tonight                       2026-11-28
        this evening                  2026-11-28
        tomorrow                      2026-11-29
        the day after tomorrow        2026-11-30
        friday                        2026-12-04
        this friday                   2026-12-04
        coming friday                 2026-12-04
        by friday                     2026-12-04
        until wednesday               2026-12-02
        Fri.                          2026-12-04
        weds                          2026-12-02
        thurs                         2026-12-03
        tues                          2026-12-01
        saturday                      2026-12-05
        this saturday                 2026-11-28
        saturday next week            2026-12-05
        next week saturday            2026-12-05
        friday next week              2026-12-04
        sunday this week              2026-11-29
        friday of next week           2026-12-04
        friday week                   2026-12-11
        tomorrow week                 2026-12-06
        a week on tuesday             2026-12-08
        next friday                   2026-12-04 / 2026-12-11
        next fri 8pm                  2026-12-04 20:00 / 2026-12-11 20:00
        next saturday                 2026-12-05 / 2026-12-12
        next sunday at 6pm            2026-11-29 18:00 / 2026-12-06 18:00
        this weekend                  2026-11-29
        the weekend                   2026-11-29
        next weekend                  2026-12-06 / 2026-12-13
        the 1st                       2026-12-01
        the 5th at noon               2026-12-05 12:00
        sunday the 29th               2026-11-29
        this coming friday            2026-12-04
        around 8pm on friday, please  2026-12-04 20:00
        """,
    "by time": """
        friday 20h                    2026-12-04 20:00
        22h30                         2026-11-28 22:30
        22h                           2026-11-28 22:00 / 2026-11-29 08:00
        at 22h                        2026-11-28 22:00
        9pm                           2026-11-28 21:00
        9am                           2026-11-29 09:00
        9 AM                          2026-11-29 09:00
        9 a.m.                        2026-11-29 09:00
        11:59 p.m.                    2026-11-28 23:59
        8p                            2026-11-28 20:00
        8.30pm                        2026-11-28 20:30
        20.30                         2026-11-28 20:30
        20:30                         2026-11-28 20:30
        23:59:59                      2026-11-28
        24:00                         2026-11-29 00:00
        00:00                         2026-11-29 00:00
        12am                          2026-11-29 00:00
        12pm                          2026-11-28 12:00
        noon                          2026-11-28 12:00
        12 noon                       2026-11-28 12:00
        midnight                      2026-11-29 00:00
        sunday midnight               2026-11-30 00:00
        sunday at 8                   2026-11-29 20:00 / 2026-11-29 08:00
        8 o'clock                     2026-11-28 20:00 / 2026-11-29 08:00
        8 o’clock on sunday           2026-11-29 20:00 / 2026-11-29 08:00
        sunday at eight               2026-11-29 20:00 / 2026-11-29 08:00
        today at 8                    2026-11-28 20:00
        sunday at 12                  2026-11-29 12:00 / 2026-11-30 00:00
        sunday at 20                  2026-11-29 20:00
        sunday 8:00                   2026-11-29 08:00
        half past 8 tomorrow evening  2026-11-29 20:30
        quarter to 9 sunday night     2026-11-29 20:45
        10 to 6 tomorrow              2026-11-29 17:50 / 2026-11-29 05:50
        sunday 10 past 7              2026-11-29 19:10 / 2026-11-29 07:10
        tomorrow 8pm                  2026-11-29 20:00
        tomorrow, 8 PM                2026-11-29 20:00
        8pm tomorrow                  2026-11-29 20:00
        tomorrow @ 8pm                2026-11-29 20:00
        sunday - 8pm                  2026-11-29 20:00
        sunday 8 pm sharp             2026-11-29 20:00
        20:00 CET friday              2026-12-04 19:00
        8 tonight                     2026-11-28 20:00
        fri@8                         2026-12-04 20:00 / 2026-12-04 08:00
        midnight tonight              2026-11-29 00:00
        11:59 tonight                 2026-11-28 23:59
        friday 24:00                  2026-12-05 00:00
        tomorrow at 8 sharp           2026-11-29 20:00 / 2026-11-29 08:00
        friday 8pm server time        2026-12-04 20:00
        sunday 18:00-20:00            unread
        in 1:30                       unread
        friday at 8 or 9              unread
        """,
    "by somebody in a hurry": """
        tmrw 8                        2026-11-29 20:00 / 2026-11-29 08:00
        tomm 8pm                      2026-11-29 20:00
        2moro 8pm                     2026-11-29 20:00
        sun 8                         2026-11-29 20:00 / 2026-11-29 08:00
        sunday 6                      2026-11-29 18:00 / 2026-11-29 06:00 / 2026-12-06
        friday 20                     2026-12-04 20:00
        monday 30                     2026-11-30
        next sat 2100                 2026-12-05 21:00 / 2026-12-12 21:00
        dec 5 2100                    2026-12-05 21:00
        dec 5 2000                    2026-12-05 20:00
        friday 2100 hours             2026-12-04 21:00
        2100                          2026-11-28 21:00
        dec 5 2030                    2030-12-05
        tues 730pm                    2026-12-01 19:30
        sat 12.12. @ 8p               2026-12-12 20:00
        4 dec 26                      2026-12-04
        dec 4 '26                     2026-12-04
        dec 4, '26, 9pm               2026-12-04 21:00
        4 dec 20                      unread
        fri dec 4 20:00 2026          2026-12-04 20:00
        Fri Dec 4 20:00:00 2026       2026-12-04 20:00
        fri dec 4 20:00:00 est 2026   2026-12-05 01:00
        monday in 2 weeks             2026-12-07 / 2026-12-14
        in 2 weeks monday             2026-12-07 / 2026-12-14
        in two weeks on friday        2026-12-11 / 2026-12-18
        freitag in zwei wochen        2026-12-11 / 2026-12-18
        monday after next             2026-12-07 / 2026-12-14
        friday after next             2026-12-11 / 2026-12-18
        last of the month             2026-11-30
        last of december              2026-12-31
        over the weekend              2026-11-29
        through sunday                2026-11-29
        closes friday 8pm             2026-12-04 20:00
        deadline: sunday              2026-11-29
        ends sunday                   2026-11-29
        dec 5 9pm 🎄                  2026-12-05 21:00
        🎄 christmas                  2026-12-25
        friday 8pm my time            2026-12-04 20:00
        friday 8pm "EST"              2026-12-05 01:00
        friday 8pm los angeles time   2026-12-05 04:00
        friday 8pm las vegas          2026-12-05 04:00
        friday 8pm el paso            2026-12-05 03:00
        friday 8pm la paz             2026-12-05 00:00
        1½ days                       2026-11-29 22:00
        1 1/2 days                    2026-11-29 22:00
        1 fortnight                   2026-12-12 10:00
        samstag um halb acht          2026-11-28 19:30 / 2026-12-05 07:30
        sonntag viertel nach acht     2026-11-29 20:15 / 2026-11-29 08:15
        le 15                         2026-12-15
        le 15 à 20h                   2026-12-15 20:00
        le 1 décembre                 2026-12-01
        el 5 de diciembre             2026-12-05
        am 29. 11. 20:00              2026-11-29 20:00
        dans quinze jours             2026-12-12 10:00
        vendredi en huit              2026-12-11
        d'ici vendredi                2026-12-04
        semaine prochaine             2026-12-05 10:00
        viernes que viene             2026-12-04 / 2026-12-11
        dentro de dos semanas         2026-12-12 10:00
        daqui a duas semanas          2026-12-12 10:00
        viernes a las 8 de la tarde   2026-12-04 20:00
        """,
    "by part of the day": """
        friday night                  2026-12-04
        friday morning                2026-12-04 12:00
        friday noon                   2026-12-04 12:00
        friday at midday              2026-12-04 12:00
        friday afternoon              2026-12-04 18:00
        friday evening                2026-12-04
        sunday night                  2026-11-29
        saturday night                2026-11-28
        tomorrow night                2026-11-29
        tomorrow morning              2026-11-29 12:00
        this afternoon                2026-11-28 18:00
        tonight at 8                  2026-11-28 20:00
        tonight 9:30pm                2026-11-28 21:30
        8 in the morning on sunday    2026-11-29 08:00
        sunday 8 in the evening       2026-11-29 20:00
        sunday evening at 8           2026-11-29 20:00
        sunday evening 8              2026-11-29 20:00
        sunday evening at 8:30        2026-11-29 20:30
        at 11 at night on sunday      2026-11-29 23:00
        3 in the afternoon tomorrow   2026-11-29 15:00
        sunday at 12 at night         2026-11-30 00:00
        friday evening at 8pm         2026-12-04 20:00
        end of friday                 2026-12-04
        end of day                    2026-11-28
        eod                           2026-11-28
        EOD friday                    2026-12-04
        friday eod                    2026-12-04
        end of tomorrow               2026-11-29
        end of the day on tuesday     2026-12-01
        night of the 5th              2026-12-05
        """,
    "by period": """
        end of the month              2026-11-30
        end of month                  2026-11-30
        eom                           2026-11-30
        end of this month             2026-11-30
        end of next month             2026-12-31
        end of december               2026-12-31
        end of january 2027           2027-01-31
        end of the year               2026-12-31
        end of next year              2027-12-31
        eoy                           2026-12-31
        end of the week               2026-11-29
        eow                           2026-11-29
        end of next week              2026-12-06
        end of the weekend            2026-11-29
        last day of the month         2026-11-30
        last day of the month 8pm     2026-11-30 20:00
        last day of february          2027-02-28
        last day of next month        2026-12-31
        first day of december         2026-12-01
        first day of next month       2026-12-01
        1st of next month             2026-12-01
        1st of the month              2026-12-01
        15th of next month, 6pm       2026-12-15 18:00
        start of next week            2026-11-30
        beginning of december         2026-12-01
        mid december                  2026-12-15
        mid-December                  2026-12-15
        middle of january             2027-01-15
        first sunday of december      2026-12-06
        1st sunday in december 8pm    2026-12-06 20:00
        second friday of next month   2026-12-11
        last friday of the month      2026-12-25
        last sunday of the month      2026-11-29
        last sunday in december       2026-12-27
        third monday of january       2027-01-18
        5th saturday of the month     2027-01-30
        """,
    "by length": """
        in 7 days                     2026-12-05 10:00
        7 days                        2026-12-05 10:00
        7 days from now               2026-12-05 10:00
        in a week                     2026-12-05 10:00
        one week                      2026-12-05 10:00
        1 wk                          2026-12-05 10:00
        2w                            2026-12-12 10:00
        in two weeks' time            2026-12-12 10:00
        two weeks                     2026-12-12 10:00
        a fortnight                   2026-12-12 10:00
        1.5 days                      2026-11-29 22:00
        1,5 days                      2026-11-29 22:00
        a day and a half              2026-11-29 22:00
        one and a half days           2026-11-29 22:00
        half a day                    2026-11-28 22:00
        2.5 weeks                     2026-12-15 22:00
        a week and a half             2026-12-08 22:00
        a couple of days              2026-11-30 10:00
        a couple weeks                2026-12-12 10:00
        36 hours                      2026-11-29 22:00
        36h                           2026-11-29 22:00
        24h                           2026-11-29 10:00
        36 hrs                        2026-11-29 22:00
        1d 12h                        2026-11-29 22:00
        1d12h                         2026-11-29 22:00
        90 minutes                    2026-11-28 11:30
        1.5 hours                     2026-11-28 11:30
        an hour and a half            2026-11-28 11:30
        half an hour                  2026-11-28 10:30
        within 48 hours               2026-11-30 10:00
        for 3 days                    2026-12-01 10:00
        +3d                           2026-12-01 10:00
        a month                       2026-12-28 10:00
        1 month and 2 weeks           2027-01-11 10:00
        3 days at 8pm                 2026-12-01 20:00
        in 3 days, midnight           2026-12-02 00:00
        in 10 days at noon            2026-12-08 12:00
        in a fortnight                2026-12-12 10:00
        two hours from now            2026-11-28 12:00
        next week                     2026-12-05 10:00
        next month                    2026-12-28 10:00
        half a year                   2027-05-28 10:00
        in 3 days at 8pm ET           2026-12-02 01:00
        """,
    "by length from a day": """
        a week from sunday            2026-12-06
        2 weeks from friday           2026-12-18
        two weeks from tomorrow       2026-12-13
        1 week from today             2026-12-05
        a week from today 8pm         2026-12-05 20:00
        a week from sunday at 8pm     2026-12-06 20:00
        3 days after christmas        2026-12-28
        day after christmas           2026-12-26
        the day before christmas      2026-12-24
        2 days before new year's eve  2026-12-29
        a month from tomorrow         2026-12-29
        the day after 1 december      2026-12-02
        a week today                  2026-12-05
        a fortnight from friday       2026-12-18
        1 week from monday 8pm ET     2026-12-08 01:00
        """,
    "by holiday": """
        christmas eve                 2026-12-24
        Christmas Eve 6pm             2026-12-24 18:00
        christmas                     2026-12-25
        xmas                          2026-12-25
        christmas day                 2026-12-25
        christmas 2027                2027-12-25
        boxing day                    2026-12-26
        new year's eve                2026-12-31
        new years eve midnight        2027-01-01 00:00
        NYE 11pm                      2026-12-31 23:00
        new year's day                2027-01-01
        new year                      2027-01-01
        valentine's day               2027-02-14
        Valentines                    2027-02-14
        good friday                   2027-03-26
        easter                        2027-03-28
        easter monday                 2027-03-29
        halloween                     2027-10-31
        thanksgiving                  2027-11-25
        halloween night               2027-10-31
        """,
    "American": """
        Friday 8pm ET                 2026-12-05 01:00
        friday 8 PM EST               2026-12-05 01:00
        fri 8pm eastern               2026-12-05 01:00
        friday 8pm eastern time       2026-12-05 01:00
        11:59 PM PT on Dec 1st        2026-12-02 07:59
        Dec 1, 2026 at 8:00 PM        2026-12-01 20:00
        December 1st                  2026-12-01
        Dec. 1st 8 p.m.               2026-12-01 20:00
        December first at noon        2026-12-01 12:00
        Sunday, December 6, 9PM CST   2026-12-06 13:00 / 2026-12-07 03:00
        dec 1 @ 8p                    2026-12-01 20:00
        Dec 6 2026, 11:59pm PST       2026-12-07 07:59
        12/31 8pm                     2026-12-31 20:00
        12/31/26                      2026-12-31
        sunday midnight PT            2026-11-30 08:00
        tomorrow 8pm MT               2026-11-30 03:00
        8pm LA time on friday         2026-12-05 04:00
        8pm NYC friday                2026-12-05 01:00
        jan 2 8 am central            2027-01-02 14:00
        Fri Dec 4 8pm EST             2026-12-05 01:00
        friday 8pm PST/PDT            2026-12-05 04:00
        friday 8pm Boston time        2026-12-05 01:00
        friday eod PT                 2026-12-05 07:59
        friday 8 in the evening ET    2026-12-05 01:00
        friday 8PM EST / 5PM PST      2026-12-05 01:00
        fri 8pm ET/5pm PT             2026-12-05 01:00
        friday 8pm ET/7pm CT/5pm PT   2026-12-05 01:00
        8pm ET / 5pm PT on friday     2026-12-05 01:00
        friday 5pm PT (8pm ET)        2026-12-05 01:00
        friday 5 pm PT | 8 pm ET      2026-12-05 01:00
        friday 8:30pm ET = 17:30 PT   2026-12-05 01:30
        tomorrow 8pm ET / 5pm PT      2026-11-30 01:00
        dec 4 8pm ET / 1am GMT        2026-12-05 01:00
        4 dec 8pm ET / 5 dec 1am UTC  2026-12-05 01:00
        a week from friday 8pm ET/5pm PT  2026-12-12 01:00
        in 3 days at 8pm ET / 5pm PT  2026-12-02 01:00
        """,
    "British": """
        1 dec - 8pm                   2026-12-01 20:00
        1st Dec, 8pm                  2026-12-01 20:00
        1st of December at 8pm        2026-12-01 20:00
        the first of december         2026-12-01
        Tuesday 1st December 8pm      2026-12-01 20:00
        1/12 8pm                      2026-12-01 20:00
        1/12/2026                     2026-12-01
        1.12.26 20:00                 2026-12-01 20:00
        01-12-2026 20:00              2026-12-01 20:00
        8pm GMT sunday                2026-11-29 20:00
        1 Dec 2026, 20:00 (UTC)       2026-12-01 20:00
        8pm UK time on sunday         2026-11-29 20:00
        friday 8pm UTC+2              2026-12-04 18:00
        friday 8pm GMT+2              2026-12-04 18:00
        sunday 8pm (London)           2026-11-29 20:00
        Sun 6 Dec 2026 23:59          2026-12-06 23:59
        2nd jan                       2027-01-02
        8pm in london friday          2026-12-04 20:00
        8pm berlin time tomorrow      2026-11-29 19:00
        """,
    "technical": """
        2026-12-01                    2026-12-01
        2026-12-01 20:00              2026-12-01 20:00
        2026-12-01T20:00              2026-12-01 20:00
        2026-12-01T20:00Z             2026-12-01 20:00
        2026-12-01T20:00:00.000Z      2026-12-01 20:00
        2026-12-01T20:00+05:30        2026-12-01 14:30
        2026-12-01 20:00 -03:30       2026-12-01 23:30
        2026/12/01 20:00              2026-12-01 20:00
        1-dec-2026                    2026-12-01
        2026-dec-01                   2026-12-01
        <t:1796155200:F>              2026-12-01 20:00
        """,
    "German": """
        Freitag                       2026-12-04
        Freitag 20 Uhr                2026-12-04 20:00
        freitag um 20 uhr             2026-12-04 20:00
        am Freitag um 20:00 Uhr       2026-12-04 20:00
        Fr. 20 Uhr                    2026-12-04 20:00
        So 18:00                      2026-11-29 18:00
        Mo, 30.11., 20 Uhr            2026-11-30 20:00
        Di 20:15                      2026-12-01 20:15
        29. 11. 20:00                 2026-11-29 20:00
        29.11.2026 20:00 Uhr          2026-11-29 20:00
        1. Dezember                   2026-12-01
        1. Dez. 20 Uhr 30             2026-12-01 20:30
        Dienstag, 1. Dezember 2026    2026-12-01
        Freitag Abend                 2026-12-04
        Freitag morgen um 9           2026-12-04 09:00
        Sonntag Nacht                 2026-11-29
        Mittwoch mittag               2026-12-02 12:00
        morgen                        2026-11-29
        morgen 8 Uhr                  2026-11-29 08:00
        morgen früh um 8              2026-11-29 08:00
        übermorgen 20 Uhr             2026-11-30 20:00
        heute 22 Uhr                  2026-11-28 22:00
        heute Abend                   2026-11-28
        Donnerstag                    2026-12-03
        Samstag                       2026-12-05
        Sonnabend 12 Uhr              2026-11-28 12:00
        5. März                       2027-03-05
        6. Mai 2027                   2027-05-06
        Monatsende                    2026-11-30
        Ende des Monats               2026-11-30
        Ende der Woche                2026-11-29
        letzter Tag des Monats        2026-11-30
        Wochenende                    2026-11-29
        in 7 Tagen                    2026-12-05 10:00
        in einer Woche                2026-12-05 10:00
        in zwei Wochen                2026-12-12 10:00
        2 Wochen                      2026-12-12 10:00
        nächsten Freitag              2026-12-04 / 2026-12-11
        diesen Freitag                2026-12-04
        Heiligabend 18 Uhr            2026-12-24 18:00
        Silvester                     2026-12-31
        Sonntag 20 Uhr MEZ            2026-11-29 19:00
        Sonntag, den 6. Dezember um 18 Uhr  2026-12-06 18:00
        bis Sonntag 23:59             2026-11-29 23:59
        bis zum 6.12.                 2026-12-06
        Freitag nächster Woche        2026-12-04
        Freitag in einer Woche        2026-12-11
        Sonntagabend                  2026-11-29
        Freitagabend 20 Uhr           2026-12-04 20:00
        erster Sonntag im Dezember    2026-12-06
        am Wochenende                 2026-11-29
        """,
    "French": """
        vendredi                      2026-12-04
        vendredi 20h                  2026-12-04 20:00
        vendredi à 20h30              2026-12-04 20:30
        vendredi 20 h 30              2026-12-04 20:30
        vendredi 20 heures            2026-12-04 20:00
        ven. 20h                      2026-12-04 20:00
        mercredi 2 décembre à 20h     2026-12-02 20:00
        le 2 décembre 2026 à 20 h     2026-12-02 20:00
        1er décembre                  2026-12-01
        le 1er déc. 18h               2026-12-01 18:00
        dimanche soir                 2026-11-29
        dimanche matin                2026-11-29 12:00
        dimanche midi                 2026-11-29 12:00
        lundi à minuit                2026-12-01 00:00
        mardi après-midi              2026-12-01 18:00
        ce soir                       2026-11-28
        ce soir à 21h                 2026-11-28 21:00
        aujourd'hui 22h               2026-11-28 22:00
        demain                        2026-11-29
        demain 20h                    2026-11-29 20:00
        demain soir                   2026-11-29
        après-demain                  2026-11-30
        jeudi 3 déc                   2026-12-03
        samedi prochain               2026-12-05 / 2026-12-12
        5 février                     2027-02-05
        15 août                       2027-08-15
        fin du mois                   2026-11-30
        fin de la semaine             2026-11-29
        dernier jour du mois          2026-11-30
        ce week-end                   2026-11-29
        dans 7 jours                  2026-12-05 10:00
        dans une semaine              2026-12-05 10:00
        2 jours et 3 heures           2026-11-30 13:00
        jusqu'à dimanche minuit       2026-11-30 00:00
        dimanche 6 décembre, 23 h 59  2026-12-06 23:59
        vendredi 20h heure de Paris   2026-12-04 19:00
        demain à 8 heures du soir     2026-11-29 20:00
        fin de l'année                2026-12-31
        premier dimanche de décembre  2026-12-06
        cet après-midi                2026-11-28 18:00
        """,
    "Spanish": """
        viernes                       2026-12-04
        viernes a las 20:00           2026-12-04 20:00
        el viernes a las 8pm          2026-12-04 20:00
        viernes 20h                   2026-12-04 20:00
        el viernes a las 8            2026-12-04 20:00 / 2026-12-04 08:00
        miércoles 2 de diciembre      2026-12-02
        2 de diciembre a las 20:00    2026-12-02 20:00
        1 de enero de 2027            2027-01-01
        domingo por la noche          2026-11-29
        domingo por la mañana         2026-11-29 12:00
        domingo a las 5 de la tarde   2026-11-29 17:00
        domingo a las 8 de la noche   2026-11-29 20:00
        domingo a medianoche          2026-11-30 00:00
        mañana                        2026-11-29
        mañana a las 20:00            2026-11-29 20:00
        mañana por la mañana          2026-11-29 12:00
        pasado mañana                 2026-11-30
        hoy 22:00                     2026-11-28 22:00
        esta noche                    2026-11-28
        lunes                         2026-11-30
        martes 20:00                  2026-12-01 20:00
        jueves                        2026-12-03
        sábado                        2026-12-05
        fin de mes                    2026-11-30
        fin de semana                 2026-11-29
        último día del mes            2026-11-30
        próximo viernes               2026-12-04 / 2026-12-11
        en 7 días                     2026-12-05 10:00
        en una semana                 2026-12-05 10:00
        Nochebuena                    2026-12-24
        hasta el 6 de diciembre       2026-12-06
        mañana al mediodía            2026-11-29 12:00
        primer domingo de diciembre   2026-12-06
        lunes 30/11 20h               2026-11-30 20:00
        """,
    "Italian": """
        venerdì                       2026-12-04
        venerdì alle 20               2026-12-04 20:00
        venerdì alle ore 20:00        2026-12-04 20:00
        venerdì alle 20.30            2026-12-04 20:30
        venerdì sera                  2026-12-04
        mercoledì 2 dicembre          2026-12-02
        1 dicembre ore 20             2026-12-01 20:00
        1° dicembre                   2026-12-01
        domenica mattina              2026-11-29 12:00
        domenica pomeriggio           2026-11-29 18:00
        domenica a mezzanotte         2026-11-30 00:00
        domani                        2026-11-29
        domani alle 20                2026-11-29 20:00
        dopodomani                    2026-11-30
        stasera alle 21               2026-11-28 21:00
        lunedì 20:00                  2026-11-30 20:00
        martedì                       2026-12-01
        giovedì                       2026-12-03
        sabato                        2026-12-05
        fine mese                     2026-11-30
        fine settimana                2026-11-29
        5 gennaio 2027                2027-01-05
        prossimo venerdì              2026-12-04 / 2026-12-11
        tra 7 giorni                  2026-12-05 10:00
        fra una settimana             2026-12-05 10:00
        entro domenica                2026-11-29
        domenica 6 dicembre alle 23:59  2026-12-06 23:59
        fine anno                     2026-12-31
        """,
    "Portuguese": """
        sexta                         2026-12-04
        sexta-feira às 20h            2026-12-04 20:00
        sexta às 20:00                2026-12-04 20:00
        segunda-feira                 2026-11-30
        terça 20h30                   2026-12-01 20:30
        quarta-feira                  2026-12-02
        quinta à noite                2026-12-03
        sábado                        2026-12-05
        domingo de manhã              2026-11-29 12:00
        1º de dezembro                2026-12-01
        5 de dezembro às 20h          2026-12-05 20:00
        5 de janeiro de 2027          2027-01-05
        amanhã                        2026-11-29
        amanhã às 20h                 2026-11-29 20:00
        depois de amanhã              2026-11-30
        hoje às 22h                   2026-11-28 22:00
        hoje à noite                  2026-11-28
        fim do mês                    2026-11-30
        fim de semana                 2026-11-29
        último dia do mês             2026-11-30
        próxima sexta                 2026-12-04 / 2026-12-11
        em 7 dias                     2026-12-05 10:00
        em uma semana                 2026-12-05 10:00
        meia-noite                    2026-11-29 00:00
        sábado ao meio-dia            2026-11-28 12:00
        até domingo às 23h59          2026-11-29 23:59
        fim do ano                    2026-12-31
        neste fim de semana           2026-11-29
        """,
    "Russian": """
        пятница                       2026-12-04
        в пятницу                     2026-12-04
        в пятницу в 20:00             2026-12-04 20:00
        пт 20:00                      2026-12-04 20:00
        до пятницы                    2026-12-04
        понедельник                   2026-11-30
        во вторник в 20:00            2026-12-01 20:00
        в среду вечером               2026-12-02
        четверг                       2026-12-03
        суббота                       2026-12-05
        воскресенье утром             2026-11-29 12:00
        1 декабря                     2026-12-01
        1 декабря в 20:00             2026-12-01 20:00
        5 января 2027                 2027-01-05
        5 мая                         2027-05-05
        завтра                        2026-11-29
        завтра в 20:00                2026-11-29 20:00
        послезавтра                   2026-11-30
        сегодня в 22:00               2026-11-28 22:00
        сегодня вечером               2026-11-28
        в воскресенье в полночь       2026-11-30 00:00
        конец месяца                  2026-11-30
        в конце месяца                2026-11-30
        через 7 дней                  2026-12-05 10:00
        через неделю                  2026-12-05 10:00
        в следующую пятницу           2026-12-04 / 2026-12-11
        до 6 декабря                  2026-12-06
        в воскресенье в 8 вечера      2026-11-29 20:00
        6 декабря 2026 г., 23:59      2026-12-06 23:59
        пятница 20:00 мск             2026-12-04 17:00
        на выходных                   2026-11-29
        """,
    "in a hurry": """
        tommorow                      2026-11-29
        tommorow 8pm                  2026-11-29 20:00
        tomorow 8pm                   2026-11-29 20:00
        tommorrow 8pm                 2026-11-29 20:00
        tomorrw 8pm                   2026-11-29 20:00
        tmrw 8pm                      2026-11-29 20:00
        firday 8pm                    2026-12-04 20:00
        fryday 8pm                    2026-12-04 20:00
        wendesday                     2026-12-02
        wensday                       2026-12-02
        thrusday 8pm                  2026-12-03 20:00
        saterday                      2026-12-05
        sundya 8pm                    2026-11-29 20:00
        decmber 1                     2026-12-01
        1 decemebr 8pm                2026-12-01 20:00
        5 janury                      2027-01-05
        5 febuary                     2027-02-05
        friday midnigth               2026-12-05 00:00
        in two weks                   2026-12-12 10:00
        chrismas eve                  2026-12-24
        haloween                      2027-10-31
        vendrdi 20h                   2026-12-04 20:00
        Donerstag 20 Uhr              2026-12-03 20:00
        dicembrre 5                   2026-12-05
        FRIDAY 8PM!!                  2026-12-04 20:00
        """,
}
CASES = [
    (habit, typed, meant)
    for habit, table in HABITS.items()
    for typed, meant in (re.split("  +", line.strip()) for line in table.splitlines() if line.strip())
]


def shown(found: object) -> str:
    if isinstance(found, DateUnclear):
        return " / ".join(map(shown, found.readings))
    return written_date.in_full(found.astimezone(LONDON)) if isinstance(found, datetime) else "unread"


@pytest.mark.parametrize(
    ("typed", "meant"), [pytest.param(typed, meant, id=f"{habit}: {typed}") for habit, typed, meant in CASES]
)
def test_a_date_is_read_as_its_writer_means_it(typed: str, meant: str) -> None:
    assert shown(written_date.closing(typed, now=SATURDAY, since=SATURDAY, zone=LONDON)) == meant


LANGUAGES = {
    "English": (
        "monday tuesday wednesday thursday friday saturday sunday",
        "mon tue wed thu fri sat sun",
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sept oct nov dec",
    ),
    "French": (
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lun. mar. mer. jeu. ven. sam. dim.",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    ),
    "German": (
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        "Mo. Di. Mi. Do. Fr. Sa. So.",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "Jan. Feb. Mär. Apr. Mai Jun. Jul. Aug. Sept. Okt. Nov. Dez.",
    ),
    "Spanish": (
        "lunes martes miércoles jueves viernes sábado domingo",
        "lun mar mié jue vie sáb dom",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene feb mar abr may jun jul ago sept oct nov dic",
    ),
    "Italian": (
        "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "lun mar mer gio ven sab dom",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "gen feb mar apr mag giu lug ago set ott nov dic",
    ),
    "Portuguese": (
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        "seg. ter. qua. qui. sex. sáb. dom.",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    ),
    "Russian": (
        "понедельник вторник среда четверг пятница суббота воскресенье",
        "пн вт ср чт пт сб вс",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_weekdays_and_months_are_known_in_each_language(language: str) -> None:
    def read(text: str) -> str:
        return shown(written_date.closing(text, now=SATURDAY, since=SATURDAY, zone=LONDON))

    full_days, short_days, full_months, short_months = (names.split(" ") for names in LANGUAGES[language])
    monday_to_sunday = [f"2026-{day} 20:00" for day in ("11-30", "12-01", "12-02", "12-03", "12-04", "11-28", "11-29")]
    first_days = [f"2027-{month:02}-01" for month in range(1, 13)]
    for days in (full_days, short_days):
        assert [read(f"{day} 20:00") for day in days] == monday_to_sunday
    for months in (full_months, short_months):
        assert [read(f"1 {month} 2027") for month in months] == first_days


OTHER_DAYS = """
    2026-12-04 21:00  friday 20h                 2026-12-11 20:00
    2026-12-04 10:00  friday night               2026-12-04
    2026-12-04 10:00  friday                     2026-12-11
    2026-12-04 10:00  this friday                2026-12-04
    2026-12-04 10:00  a week from friday         2026-12-18
    2026-12-03 10:00  Freitag morgen             2026-12-04 12:00
    2026-11-29 10:00  this weekend               2026-11-29
    2026-11-29 10:00  next weekend               2026-12-06 / 2026-12-13
    2026-11-29 10:00  friday next week           2026-12-04
    2026-11-30 10:00  friday next week           2026-12-11
    2026-11-30 10:00  end of the month           2026-11-30
    2026-11-30 10:00  last day of next month     2026-12-31
    2026-12-28 10:00  last friday of the month   2027-01-29
    2026-12-31 10:00  new year's eve             2026-12-31
    2026-12-31 10:00  end of the year            2026-12-31
    2026-12-31 10:00  1st of next month          2027-01-01
    2026-12-31 23:30  tomorrow 8pm               2027-01-01 20:00
    2026-12-31 10:00  1 january                  2027-01-01
    2026-12-26 10:00  christmas eve              2027-12-24
    2026-12-26 10:00  day before christmas       2027-12-24
    2027-01-31 10:00  in a month                 2027-02-28 10:00
    2027-01-31 10:00  end of next month          2027-02-28
    2027-01-31 10:00  the 31st                   2027-01-31
    2027-02-01 10:00  the 31st                   2027-03-31
    2027-02-01 10:00  the 30th at noon           2027-03-30 12:00
    2027-02-01 10:00  29 february                2028-02-29
    2027-02-01 10:00  last day of february       2027-02-28
    2028-02-01 10:00  end of the month           2028-02-29
    2028-02-29 10:00  in a year                  2029-02-28 10:00
    2028-02-29 10:00  29 february                2028-02-29
    2028-02-28 10:00  tomorrow                   2028-02-29
    2026-10-24 12:00  tomorrow 8pm               2026-10-25 20:00
    2026-10-24 12:00  in 2 days                  2026-10-26 12:00
    2026-10-24 12:00  48 hours                   2026-10-26 11:00
    2026-10-24 12:00  end of the week            2026-10-25
    2026-10-24 12:00  sunday 1:30am              2026-10-25 01:30
    2027-03-27 12:00  sunday 1:30am              2027-03-28 02:30
    2027-03-27 12:00  tomorrow night             2027-03-28
    2027-03-27 12:00  1.5 days                   2027-03-29 00:00
    2027-03-27 12:00  easter                     2027-03-28
"""


@pytest.mark.parametrize(
    ("now", "typed", "meant"), [tuple(re.split("  +", line.strip())) for line in OTHER_DAYS.strip().splitlines()]
)
def test_a_date_is_read_at_the_ends_of_things(now: str, typed: str, meant: str) -> None:
    then = datetime.fromisoformat(now).replace(tzinfo=LONDON).astimezone(UTC)
    assert shown(written_date.closing(typed, now=then, since=then, zone=LONDON)) == meant


NUMBERS = "1 2 8 12 15 24 31 99 2026 2027 9999 20:00 8pm 1/12 29.2. 2026-12-31"
SAID = st.sampled_from([*vocabulary.PLAIN, *NUMBERS.split(" "), "utc", "et"])


@given(st.lists(SAID, max_size=6).map(" ".join), st.sampled_from([SATURDAY, *LATER]))
@example("the day after 9999-12-31", SATURDAY)
@settings(max_examples=200, deadline=None)
def test_whatever_is_said_lies_ahead_or_is_refused(typed: str, now: datetime) -> None:
    found = written_date.closing(typed, now=now, since=now, zone=LONDON, day_first=None)
    for moment in found.readings if isinstance(found, DateUnclear) else [found]:
        assert isinstance(moment, Problem) or now < moment


@pytest.mark.parametrize("habit", HABITS)
def test_capitals_and_blanks_change_nothing(habit: str) -> None:
    for name, typed, meant in CASES:
        if name == habit:
            for other in (typed.upper(), typed.lower(), f"  {typed.replace(' ', '  ')} "):
                assert shown(written_date.closing(other, now=SATURDAY, since=SATURDAY, zone=LONDON)) == meant, other
