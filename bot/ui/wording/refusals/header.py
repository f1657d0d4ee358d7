from bot.domain import problem
from bot.domain.header import form
from bot.ui.wording import terms
from bot.ui.wording.quoting import quoted


def worded(found: problem.HeaderProblem) -> str:
    match found:
        case problem.RatingUnknown(written):
            return f"I don't know the rating “{quoted(written)}”, so it counts as not rated."
        case problem.FieldMissing(field):
            page = terms.FORM if field in form.ASKED_FIRST else terms.MORE_FIELDS
            return f"The header has no “{field.label}” yet; *{page}* asks for it."
        case problem.RatedTooHigh(rating, highest):
            return (
                f"The story is rated {terms.rating_text(rating)}; this round takes stories up to"
                f" {terms.rating_text(highest)}."
            )
        case problem.TagNameless():
            return "Nobody could see that name. Type what the tag should be called."
        case problem.TagUnknown(""):
            return "That is done already. `/tags list` shows the tags as they are."
        case problem.TagUnknown(asked):
            return f"No story here has the tag “{quoted(asked)}”. `/tags list` shows them, and the option offers them."
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
