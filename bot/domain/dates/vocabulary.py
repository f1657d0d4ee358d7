"""The words of dates in the languages of headers, each beside the plain English word that the rules know.

Weekdays and months are those of Unicode's CLDR, in full and shortened, and as people say them. Accents, capitals and
full stops after a word are not compared. A word may stand at several: `morgen` is tomorrow, and morning.
"""

from types import MappingProxyType

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)

WEEKDAY, MONTH = "|".join(WEEKDAYS), "|".join(MONTHS)
"""Any of them, in a pattern."""

_WEEKDAY_NAMES = {
    "monday": "mon mondays lundi lun montag montags mo lunes lunedì segunda seg понедельник понедельника пн"
    " lundis segundas понедельникам",
    "tuesday": "tue tues tuesdays mardi mar dienstag di martes martedì terça ter вторник вторника вт dienstags"
    " mardis terças вторникам",
    "wednesday": "wed weds wednesdays wensday mercredi mer mittwoch mi miércoles mié mercoledì quarta qua"
    " среда среду среды ср mittwochs mercredis quartas средам",
    "thursday": "thu thur thurs thursdays jeudi jeu donnerstag do jueves jue giovedì gio quinta qui четверг чт"
    " donnerstags jeudis quintas четвергам",
    "friday": "fri fridays vendredi ven freitag fr viernes vie venerdì sexta sex пятница пятницу пятницы пт"
    " freitags vendredis sextas пятницам",
    "saturday": "sat saturdays samedi sam samstag sonnabend sa sábado sáb sabato суббота субботу субботы сб"
    " samstags sonnabends samedis sábados sabati субботам",
    "sunday": "sun sundays dimanche dim sonntag so domingo dom domenica воскресенье воскресенья вс sonntags"
    " dimanches domingos domeniche воскресеньям",
}
_MONTH_NAMES = {
    "january": "jan janvier janv januar jänner enero ene gennaio gen janeiro января январь янв",
    "february": "feb febr février févr fév februar feber febrero febbraio fevereiro fev февраля февраль февр фев",
    "march": "mar mars märz mär mrz marzo março марта март мар",
    "april": "apr avril avr abril abr aprile апреля апрель апр",
    "may": "mai mayo maggio mag maio мая май",
    "june": "jun juin juni junio giugno giu junho июня июнь июн",
    "july": "jul juillet juil juli julio luglio lug julho июля июль июл",
    "august": "aug août agosto ago августа август авг",
    "september": "sep sept septembre septiembre settembre set setembro сентября сентябрь сен сент",
    "october": "oct octobre oktober okt octubre ottobre ott outubro out октября октябрь окт",
    "november": "nov novembre noviembre novembro ноября ноябрь ноя нояб",
    "december": "dec décembre déc dezember dez diciembre dic dicembre dezembro декабря декабрь дек",
}
_DAYS = {
    "today": "aujourdhui heute hoy oggi hoje сегодня",
    "tomorrow": "tmrw tmr tmw tomm tomoro tomoz demain morgen mañana domani amanhã завтра",
    "overmorrow": "surlendemain übermorgen dopodomani послезавтра",
    "yesterday": "hier gestern ayer ieri ontem вчера",
    "today night": "tonight tonite stasera stanotte",
    "weekend": "weekends wknd wochenende fimdesemana выходные выходных wochenenden",
    "easter": "pâques ostern pascua pasqua páscoa пасха",
    "christmas": "xmas noël weihnachten navidad natale natal рождество",
    "newyearseve": "nye silvester",
    "christmaseve": "heiligabend nochebuena",
    "halloween": "",
    "valentine": "valentines",
    "thanksgiving": "",
}
_PARTS_OF_A_DAY = {
    "morning": "mornings matin matinée morgen vormittag morgens früh mañana mattina mattino manhã утро утром"
    " утра matins утрам",
    "afternoon": "arvo nachmittag nachmittags tarde pomeriggio днем дня afternoons tardes pomeriggi",
    "evening": "soir soirée abend abends sera sere вечер вечером вечера evenings soirs serate вечерам",
    "night": "nite nuit nacht nachts noche notte noite ночь ночью ночи nights noches notti noites ночам",
    "noon": "midday lunchtime lunchtimes midi mittag mittags mediodía mezzogiorno meiodia полдень полудня",
    "midnight": "minuit mitternacht medianoche mezzanotte meianoite полночь полуночи",
}
_LENGTHS = {
    "minute": "minutes min mins minuten minuto minutos minuti минута минуту минуты минут мин",
    "hour": "hours hr hrs stunde stunden std heure heures hora horas ora ore час часа часов",
    "day": "days jour jours tag tage tagen día días giorno giorni dia dias день дня дней",
    "week": "weeks wk wks semaine semaines woche wochen semana semanas settimana settimane неделя неделю недели недель",
    "month": "months mois monat monate monaten monats mes meses mese mesi mês месяц месяца месяцев",
    "year": "years yr yrs année années ans jahr jahre jahren jahres año años anno anni года год",
}
UNITS = frozenset(_LENGTHS)
_JOINING = {
    "at": "um gegen vers a à às as alle ore в",
    "in": "dans en em tra fra por через",
    "for": "pour für pendant durante",
    "and": "n plus et und y e и",
    "a": "an un une ein eine einen einem einer una uno um uma",
    "uhr": "heure heures hora horas ora ore час часа часов",
    "h": "ч",
    "am": "",
    "et": "",
}
"""The last two mean something else, too: `am Freitag` is no 8 am, and `et` no 8pm ET."""
_WHICH = {
    "next": "nxt prochain prochaine nächster nächste nächsten nächstes próximo próxima siguiente prossimo prossima"
    " следующего следующий следующая следующую следующей следующее",
    "this": "coming upcoming ce cette diesen diesem diese dieser dieses kommenden kommende este esta neste nesta"
    " questo questa этот эту эта это эти",
    "last": "final dernier dernière letzter letzte letzten último última ultimo ultima последний последняя"
    " последнюю последнее последнего",
    "end": "ende fin fine fim конец конца конце",
    "start": "beginning begin début anfang principio inizio início начало начала",
    "middle": "mid mitte milieu mediados metà meados середина середине",
    "after": "après nach después dopo depois после",
    "before": "avant vor antes prima",
}
_RECURRING = {
    "every": "each jeden jede jedes jeder jedem alle chaque tous toutes cada todo toda todos todas ogni tutti tutte"
    " каждый каждая каждое каждого каждую каждые каждой",
    "other": "alternate alternating alternos alternas alternados alternadas alterni alterne",
    "once": "einmal раз",
    "twice": "zweimal дважды",
    "times": "x mal fois veces volte vezes раза",
    "per": "pro par",
    "weekday": "weekdays workday workdays werktag werktags werktage arbeitstag arbeitstage wochentags будням",
    "quarter": "quarters quartal trimestre квартал",
    "every day": "daily everyday täglich tgl quotidien quotidienne quotidiennement diario diaria diariamente"
    " giornaliero diário diária ежедневно",
    "every night": "nightly",
    "every week": "weekly wöchentlich hebdomadaire semanal semanalmente settimanale settimanalmente еженедельно",
    "every 2 week": "fortnightly vierzehntägig quincenal quinzenal quinzenalmente",
    "every month": "monthly monthy monatlich mensuel mensuelle mensual mensualmente mensile mensal"
    " mensalmente ежемесячно",
    "every 6 month": "semiannually halbjährlich",
    "every quarter": "quarterly vierteljährlich quartalsweise trimestriel trimestral trimestrale ежеквартально",
    "every year": "yearly annual annually jährlich annuel annuelle anual anualmente annuale annualmente ежегодно",
}
"""What comes again and again, which a date never does."""
_NUMBERS = {
    "0": "zero",
    "1": "one",
    "2": "two zwei deux dos due dois duas два две",
    "3": "three drei trois tres tre три",
    "4": "four vier quatre cuatro quattro quatro четыре",
    "5": "five fünf cinq cinco cinque пять",
    "6": "six sechs seis sei шесть",
    "7": "seven sieben sept siete sette sete семь",
    "8": "eight acht huit ocho otto oito восемь",
    "9": "nine neun neuf nueve nove девять",
    "10": "ten zehn dix diez dieci dez десять",
    "1.5": "anderthalb eineinhalb полтора",
    "11": "eleven",
    "12": "twelve",
    "13": "thirteen",
    "14": "fourteen vierzehn catorce quattordici quatorze",
    "15": "fifteen quinze quince quindici fünfzehn",
    "16": "sixteen",
    "17": "seventeen",
    "18": "eighteen",
    "19": "nineteen",
    "20": "twenty",
    "30": "thirty",
    "1th": "first premier première erster erste ersten primero primera primo prima primeiro primeira primer"
    " первый первая первое первого первую",
    "2th": "second zweite zweiten zweiter zweites deuxième seconde segundo segunda secondo seconda второй"
    " вторая второе второго вторую",
    "3th": "third dritte dritten dritter drittes troisième tercero tercera tercer terzo terza terceiro terceira"
    " третий третья третье третьего третью",
    "4th": "fourth vierte vierten vierter viertes quatrième cuarto cuarta quarto quarta четвертый четвертая"
    " четвертое четвертого четвертую",
    "5th": "fifth fünfte fünften fünfter fünftes пятого",
    "6th": "sixth шестого",
    "7th": "seventh седьмого",
    "8th": "eighth восьмого",
    "9th": "ninth девятого",
    "10th": "tenth десятого",
    "11th": "eleventh одиннадцатого",
    "12th": "twelfth двенадцатого",
    "13th": "thirteenth",
    "14th": "fourteenth",
    "15th": "fifteenth",
    "16th": "sixteenth",
    "17th": "seventeenth",
    "18th": "eighteenth",
    "19th": "nineteenth",
    "20th": "twentieth",
    "30th": "thirtieth",
}
_SILENT = (
    "the of on by until til till due sharp around about please only onward onwards full whole entire long lang"
    " exactly ganze ganzen entière entera"
    " over through thru close closes closing ends ending deadline ici"
    " am zur по с immer jeweils fino aos nei числа le la les du de des au aux der die das den dem bis zum im"
    " el los las del hasta il lo gli della dello dei di dal entro al alla os o do da dos no na ao até"
    " к на ко во до г года"
)
"""Words that do not tell which day it is."""

PLAIN = MappingProxyType(
    _MONTH_NAMES
    | _WEEKDAY_NAMES
    | _DAYS
    | _PARTS_OF_A_DAY
    | _LENGTHS
    | _WHICH
    | _NUMBERS
    | _JOINING
    | _RECURRING
    | {"": _SILENT}
)
"""Plain words, each with what people write for it. Where one word is written for several, the likelier stands first."""

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
PHRASES = MappingProxyType(
    {
        "overmorrow": "day after tomorrow, après demain, pasado mañana, dopo domani, depois de amanhã",
        "today night": "ce soir, heute abend, heute nacht, esta noche, esta noite, hoje à noite, сегодня вечером",
        "afternoon": "après midi",
        "this afternoon": "cet après midi",
        "noon": "meio dia",
        "midnight": "meia noite",
        "weekend": "week ends, week end, fines de semana, fin de semana, fins de semana, fim de semana, fine settimana",
        "newyearseve": "new years eve, new year eve, saint sylvestre, nochevieja",
        "newyear": "new years day, new years, new year, neujahr",
        "christmaseve": "christmas eve, xmas eve, heilig abend",
        "christmas": "christmas day, xmas day",
        "boxingday": "boxing day",
        "valentine": "valentines day",
        "easter": "easter sunday",
        "eastermonday": "easter monday",
        "goodfriday": "good friday",
        "thanksgiving": "thanksgiving day",
        "1 april": "april fools day, april fools",
        "17 march": "st patricks day",
        "5 november": "bonfire night, guy fawkes night",
        "29 february": "leap day",
        "eod": "end of the day, end of day, end of today, all day long, all day, whole day, ganzen tag,"
        " toute la journée, todo el día, tutto il giorno, dia todo, same day",
        "end week": "eow",
        "end month": "eom, monatsende, month end",
        "end year": "eoy, jahresende",
        "end": "last of the, last of, letzter des, dernier du",
        "in": "dentro de, daqui a",
        "at": "dalle",
        "from": "a partir de, a partir da, a partir das, a partire dalle",
        "every": "a cada, todas as, toda a, tutti i, each and every, every single, each single",
        "once": "one time, une fois, una vez, una volta, uma vez, один раз",
        "weekday": "working days, working day, business days, business day, week days, week day, jours ouvrables,"
        " jours ouvrés, jour ouvrable, jour ouvré, días laborables, día laborable, días hábiles, día hábil,"
        " dias úteis, dia útil, giorni feriali, giorni lavorativi, giorno feriale, giorno lavorativo, рабочий день,"
        " рабочего дня, entre semana, en semaine",
        "weekday night": "weeknights, weeknight, week nights, week night",
        "monday and wednesday and friday": "m/w/f, mwf, m w f, l/m/v",
        "tuesday and thursday": "t/th, tth, tu/th, t th",
        "monday ~ friday": "m f, l v",
        "every day": "every day of the week, each day of the week, seven days a week, 7 days a week, all days,"
        " on a daily basis, tous les jours de la semaine, todos los días de la semana, tutti i giorni della settimana,"
        " todos os dias da semana, jeden tag der woche",
        "every week": "on a weekly basis",
        "every month": "on a monthly basis",
        "every 2 week": "cada quincena, cada quinzena, cada quince días, cada quinze dias",
        "2th last day": "day before the last day, day before last day",
        "2th last": "penultimate, next to last, second to last, 2th to last, vorletzter, vorletzten, avant dernier,"
        " avant dernière, penúltimo, penultimo, предпоследний, предпоследняя, предпоследнее",
        "3th last": "third to last, 3th to last, drittletzter, drittletzten",
        "twice week": "semi weekly, semiweekly",
        "twice month": "semi monthly, semimonthly",
        "1th month": "monatsersten",
        "last day month": "monatsletzten",
        "every 6 month": "half yearly",
        "biweekly": "bi weekly",
        "bimonthly": "bi monthly",
        "next": "que viene, que vem, following",
        "next week": "semaine prochaine, settimana prossima, semana que viene, semana que vem",
        "next month": "mois prochain, mese prossimo, mes que viene, mês que vem",
        "week": "en huit",
        "this": "this coming, this upcoming",
        "": "server time, local time, our time, my time, local, from now on",
        "1 week": "all week",
        "2 weeks": "a fortnight, 1 fortnight, fortnight, quinze jours",
        "30 minutes": "half an hour",
        "12 hours": "half a day",
        **{f"{20 + number}th": f"twenty {said}" for number, said in enumerate(_ORDINALS, 1)},
        "31th": "thirty first",
        "6 months": "half a year, half year",
        "2": "a couple of, a couple, couple of",
        "30 past": "half past",
        "15 past": "a quarter past, quarter past, viertel nach",
        "15 to": "a quarter to, quarter to, viertel vor, dreiviertel, без четверти",
        "30 to": "halb, половине, половина",  # halb acht: half of the eighth hour
        "45 to": "четверти, четверть",
        "and half": "y media, y medio, e mezza, e mezzo, e meia, e meio, et demie, et demi",
        "and quarter": "y cuarto, e un quarto, et quart",
        "minus quarter": "menos cuarto, moins le quart, moins quart, meno un quarto",
        "45": "forty five",
        "clock": "o clock, oclock",
    }
)
"""Plain words for what people say in several, longer ones before those that they begin with."""

CITIES_WITH_AN_ARTICLE = (
    *("los angeles", "las vegas", "las palmas", "la paz", "la plata", "la habana", "el paso", "el salvador"),
    *("le havre", "le mans", "den haag", "des moines"),
)
"""Elsewhere an article says nothing: `Angeles` alone lies in the Philippines."""
