"""What people say around a number of words, in the languages of headers, and the sign that stands for each phrase.

Signs: `<=` up to, `>=` at least, `<` under, `>` over, `~` about, `+-` give or take, `x` times or a multiple of,
`between`, `and`, `or`, `½`, `w` for words, and nothing for what makes no difference. Accents are left out.
"""

SAID = {
    "<=": (
        "up to|upto|and up to|at most|at the most|at max|at maximum|no more than|not more than|no longer than"
        "|not longer than|not over"
        "|max|maximum|maximal|a max|a maximum|limit|a limit|word limit|limited to|cap|capped at|within|tops"
        "|or less|or fewer|or under|or below|or shorter|and under|and below"
        "|bis|bis zu|hochstens|nicht mehr als|nicht langer als|oder weniger"
        "|jusqu'a|jusqu’a|au plus|tout au plus|au maximum|au max|pas plus de|un maximum|ou moins"
        "|hasta|como maximo|maximo|un maximo|no mas de|a lo sumo|o menos"
        "|fino a|al massimo|massimo|un massimo|non piu di|o meno"
        "|ate|no maximo|um maximo|nao mais de|nao mais que|ou menos"
        "|до|не более|не больше|максимум|или меньше|или менее|и меньше"
    ),
    ">=": (
        "at least|at the least|at minimum|min|minimum|minimal|a min|a minimum|no fewer than|no less than|not less than"
        "|not fewer than|not under|no shorter than|from|starting at|starting from|or more|or over|or above|or longer"
        "|and up|and over|and above|and more|upwards|plus"
        "|mindestens|wenigstens|ab|nicht weniger als|oder mehr|und mehr|aufwarts"
        "|au moins|au minimum|un minimum|a partir de|pas moins de|ou plus|et plus"
        "|al menos|por lo menos|como minimo|minimo|un minimo|desde|no menos de|o mas|y mas"
        "|almeno|non meno di|come minimo|o piu|e oltre"
        "|pelo menos|no minimo|um minimo|nao menos de|ou mais|e mais"
        "|не менее|не меньше|минимум|как минимум|от|или больше|или более|и больше|и более"
    ),
    "<": (
        "under|below|less than|fewer than|shorter than|unter|weniger als|kurzer als|moins de|menos de|menos que"
        "|por debajo de|meno di|sotto|abaixo de|меньше|менее|меньше чем|менее чем"
    ),
    ">": (
        "over|above|more than|longer than|upwards of|uber|mehr als|langer als|plus de|mas de|mas que|piu di|oltre"
        "|mais de|mais que|acima de|больше|более|свыше|больше чем|более чем"
    ),
    "~": (
        "about|around|roughly|approximately|approx|circa|ca|c|some|ish|-ish|or so|or thereabouts"
        "|thereabouts|close to|etwa|ungefahr|rund|zirka|um die|environ|autour de|a peu pres|alrededor de|unas|unos"
        "|aproximadamente|cerca de|intorno a|all'incirca|por volta de|около|примерно|приблизительно"
    ),
    "+-": (
        "give or take|plus or minus|plus minus|plus/minus|more or less|mehr oder weniger|plus oder minus"
        "|plus ou moins|a peu pres a|mas o menos|piu o meno|mais ou menos|плюс-минус|плюс минус"
    ),
    "leeway": "leeway|tolerance|leniency|wiggle room|either way|either side|in either direction|variance",
    "x": (
        "times|sections of|parts of|chapters of"
        "|mal|fois|veces|volte|vezes|раза|раз|multiple of|multiples of|a multiple of|any multiple of|divisible by"
        "|in steps of|ein vielfaches von|vielfaches von|un multiple de|multiple de|multiplo de|un multiplo de"
        "|multiplo di|un multiplo di|um multiplo de|кратно"
    ),
    "between": "between|anywhere between|somewhere between|anywhere from|somewhere from|zwischen|von|entre|de|tra"
    "|fra|da|между",
    "½": "and a half",
    "and": "and|und|et|y|e|и|&",
    "or": "or|and/or|or else|oder|ou|o|oppure|или|либо|or a|or an|or even|as well as",
    "w": (
        "w|wd|wds|word|words|-word|-words|wort|worte|worter|wortern|worten|mot|mots|palabra|palabras|parola|parole"
        "|palavra|palavras|слово|слова|слов|словам"
    ),
    "": (
        "exactly|exact|precisely|just|only|strictly|true|perfect|flat|on the dot|on the nose"
        "|must be|has to be|have to be|needs to be|should be|genau|exakt|exactement|precisement"
        "|pile|exactamente|exactas"
        "|exactos|precisamente|esattamente|esatte|esatti|exatamente|exatas|ровно|точно|either|any of|one of"
        "|entweder|word count|word count of"
        "|wordcount|wc|length|long|in length|each|per story|per entry|please|but|with|with a"
        "|mit|avec|con|com|aber|mais|pero|ma|mas|но"
    ),
}

ANYTHING = (
    "any|anything|any length|any number|any number of|any amount|any word count|no limit|no limits|no rule|no rules"
    "|no word limit|no word count|no minimum|no maximum|no restriction|no restrictions|unlimited|free|open|none"
    "|anything goes"
    "|whatever|as you like|doesn't matter|does not matter|don't care|all lengths|all|n/a"
    "|beliebig|egal|kein limit|keine|keine grenze|ohne begrenzung|ohne limit|ohne grenze|frei"
    "|libre|sans limite|aucune limite|pas de limite|aucune|n'importe|peu importe"
    "|sin limite|sin limites|sin limite de palabras|ninguno|ninguna|cualquiera|da igual"
    "|libero|senza limite|senza limiti|nessuno|nessun limite|qualsiasi"
    "|livre|sem limite|sem limites|nenhum|nenhuma|qualquer"
    "|без ограничений|без лимита|любой|любое|любое количество|любая|нет"
)

PERCENT = "per cent|percent|prozent|pour cent|por ciento|por cento|per cento|процентов|процента"
