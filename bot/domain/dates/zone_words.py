"""What people call a time zone, where neither IANA nor a map does."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        "UTC": "UTC, GMT, UTC/GMT, GMT/UTC, Z, Zulu, Greenwich mean, coordinated universal, universal",
        "America/New_York": "ET, EST, EDT, EST/EDT, eastern, EST5EDT, east coast, US eastern, NYC, NY, Washington",
        "America/Chicago": "CT, CST, CDT, CST/CDT, central, CST6CDT, US central",
        "America/Denver": "MT, MST, MDT, MST/MDT, mountain, MST7MDT, US mountain",
        "America/Los_Angeles": "PT, PST, PDT, PST/PDT, pacific, PST8PDT, west coast, US pacific, LA, SF, Washington",
        "America/Anchorage": "AKT, AKST, AKDT",
        "Pacific/Honolulu": "HST, HT, HDT, Hawaiian",
        "America/Toronto": "Ontario, Quebec",
        "America/Winnipeg": "Manitoba",
        "America/Edmonton": "Alberta",
        "America/Vancouver": "British Columbia",
        "America/Halifax": "AST, ADT, atlantic, Nova Scotia, New Brunswick",
        "America/St_Johns": "NST, NDT, Newfoundland",
        "America/Sao_Paulo": "BRT, hora de Brasília, Brasilia",
        "America/Argentina/Buenos_Aires": "ART",
        "America/Santiago": "CLT, CLST",
        "America/Bogota": "COT",
        "America/Lima": "PET",
        "Europe/London": "BST, GMT/BST, UK, GB, United Kingdom, Great Britain, British, England, Scotland, Wales",
        "Europe/Dublin": "IST, Irish",
        "Europe/Lisbon": "WET, WEST, western european",
        "Europe/Brussels": (
            "CET, CEST, CET/CEST, central european, MET, MEST, MEZ, MESZ, mitteleuropäische, HEC, HNEC, HAEC,"
            " Europe centrale, Europa central, Europa centrale"
        ),
        "Europe/Berlin": "German, deutsche, Deutschland",
        "Europe/Paris": "French, française",
        "Europe/Madrid": "hora peninsular, España",
        "Europe/Rome": "Italian, italiana, Italia",
        "Europe/Athens": "EET, EEST, eastern european, OEZ, OESZ",
        "Europe/Moscow": "MSK, MSD, МСК, Москва",
        "Europe/Istanbul": "TRT, Türkiye",
        "Asia/Kolkata": "IST, India, Indian",
        "Asia/Jerusalem": "IST, IDT",
        "Asia/Dhaka": "BST",
        "Asia/Riyadh": "AST",
        "Asia/Dubai": "GST, Gulf",
        "Asia/Karachi": "PKT",
        "Asia/Kathmandu": "NPT",
        "Asia/Bangkok": "ICT",
        "Asia/Jakarta": "WIB",
        "Asia/Shanghai": "CST, China, Chinese",
        "Asia/Hong_Kong": "HKT, HK",
        "Asia/Singapore": "SGT",
        "Asia/Kuala_Lumpur": "MYT",
        "Asia/Manila": "PHT, PHST, Philippine",
        "Asia/Tokyo": "JST",
        "Asia/Seoul": "KST, Korea",
        "Australia/Perth": "AWST, AWT",
        "Australia/Adelaide": "ACST, ACDT, ACT",
        "Australia/Sydney": "AET, AEST, AEDT",
        "Pacific/Auckland": "NZT, NZST, NZDT, New Zealand",
        "Pacific/Pago_Pago": "SST",
        "Africa/Johannesburg": "SAST",
        "Africa/Nairobi": "EAT",
        "Africa/Lagos": "WAT",
        "Africa/Maputo": "CAT",
    }
)
"""The words for each zone, the likeliest first: those that stand at several zones have to be asked about."""

STATES = MappingProxyType({"USA": "US", "America": "US", "United States of America": "US", "Holland": "NL"})
"""Names of countries that IANA's own list lacks."""

AROUND = (
    r"^(?:heure|hora|ora|czas)_(?:(?:dete|dhiver|estiva|normale)_)?(?:del?_|di_|da_|do_|d(?=[aeiou]))?"
    r"|_(?:standard|daylight|summer|winter)(?=_time$)|_(?:time|zeit|tijd)$|_(?:sommer|winter)zeit$"
)
"""What stands around a zone's own name: Eastern Standard *Time*, *heure de* Paris."""
