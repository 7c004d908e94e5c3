using Workflows.Marketing.Channels.WeCom.AppMessages;
using Workflows.Marketing.Channels.WeCom.Errors;

namespace Workflows.Marketing.Channels.WeCom.Moments;

/// <summary>Reminds members of Moments they have not published: WeCom has no call for that, so the application writes to them.</summary>
internal sealed class MomentReminder(AppMessageCalls calls, int? agentid)
{
    private const int MembersAtOnce = 1_000;
    private const int DuplicateSeconds = 1_800;
    private const string Text =
        "您有一条客户朋友圈待发表，请在「工作台 → 客户朋友圈」中确认。\nA customer Moment is waiting for you to publish it.";

    public async Task RemindAsync(IReadOnlyList<string> userids, CancellationToken cancellationToken)
    {
        if (agentid is not { } agent)
        {
            // Without an application that may write nobody can be reminded; the task's time runs all the same.
            return;
        }

        foreach (var members in userids.Chunk(MembersAtOnce))
        {
            try
            {
                await calls.SendTextAsync(members, Text, agent, DuplicateSeconds, cancellationToken);
            }
            catch (WeComException failure) when (failure.IsUncertain)
            {
                // It may have arrived; a second reminder would not be better.
            }
        }
    }
}
