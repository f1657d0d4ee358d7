"""Everything that can be wrong with a request, as typed facts, a file for all that are about the same. Only
`bot.ui.wording.refusals` puts them into words.

From outside come fields and ratings of headers, and word rules.
"""

from bot.domain.problem.audience import *
from bot.domain.problem.bank import *
from bot.domain.problem.calendar import *
from bot.domain.problem.challenge import *
from bot.domain.problem.entry import *
from bot.domain.problem.entry_choice import *
from bot.domain.problem.file import *
from bot.domain.problem.header import *
from bot.domain.problem.moderation import *
from bot.domain.problem.ping import *
from bot.domain.problem.problem import *
from bot.domain.problem.prompt import *
from bot.domain.problem.request import *
from bot.domain.problem.round_choice import *
from bot.domain.problem.round_option import *
from bot.domain.problem.round_phase import *
from bot.domain.problem.setting import *
from bot.domain.problem.story import *
from bot.domain.problem.written_date import *
