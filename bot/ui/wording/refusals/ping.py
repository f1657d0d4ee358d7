from bot.domain import problem
from bot.ui.wording import terms
from bot.ui.wording.quoting import quoted


def worded(found: problem.PingProblem) -> str:
    match found:
        case problem.RoleUnknown(asked):
            return f"I know no role “{quoted(asked)}” here. Choose one that is offered, or `nobody`."
        case problem.PingFixed():
            return "This round has opened, so nobody is pinged for it any more. Leave *ping* out."
        case problem.PingsEverybody():
            return (
                "I never ping everybody. Choose a role for those who like to hear of rounds; members can take it"
                " themselves where the server lets them."
            )
        case problem.PingNotYours(role_id):
            return (
                f"{terms.role(role_id)} is a role that you can't mention in that channel yourself, so I don't either."
                " Choose another, or ask somebody who manages the server."
            )
        case problem.PingImpossible(role_id, channel_id):
            return (
                f"As it is, I can't ping {terms.role(role_id)} in <#{channel_id}>; the round opens all the same."
                f" {terms.TO_PING}"
            )
        case problem.PingRoleGone():
            return "The role to ping is gone, so nobody is pinged. You can choose another."
        case _:
            raise NotImplementedError(f"no wording for {found!r}")
