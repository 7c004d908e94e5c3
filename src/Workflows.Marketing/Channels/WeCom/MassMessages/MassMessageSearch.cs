using Workflows.Marketing.Channels.WeCom.Content;
using Workflows.Marketing.Channels.WeCom.Intents;
using Workflows.Marketing.Channels.WeCom.Tasks;

namespace Workflows.Marketing.Channels.WeCom.MassMessages;

/// <summary>
/// Looks for the mass message of an open intent among WeCom's: made at that time, with that content, to those recipients,
/// and claimed by no other intent.
/// </summary>
internal sealed class MassMessageSearch(
    MassMessageCalls calls,
    MassMessageResults results,
    ISendIntentStore intents,
    TimeProvider clock
)
{
    public async Task<FoundTask> FindAsync(SendIntent open, CancellationToken cancellationToken)
    {
        var alike = await ListAlikeAsync(open, cancellationToken);
        var claimed = await intents.FindClaimedAsync(open.Tenant, alike, cancellationToken);
        var recipients = open.Messages.Select(message => message.Recipient).ToHashSet(StringComparer.Ordinal);
        List<string> ours = [];
        foreach (var msgid in alike.Where(msgid => !claimed.Contains(msgid)))
        {
            var sent = await results.FindAsync(msgid, open.Sender, cancellationToken);
            if (sent is { Count: 0 })
            {
                return new FoundTask.Unclear($"WeCom does not show yet whom the mass message {msgid} goes to.");
            }

            // Part of the recipients is enough: WeCom leaves out whom it cannot reach.
            if (sent?.All(result => recipients.Contains(MassMessageTasks.RecipientOf(open.Kind, result))) == true)
            {
                ours.Add(msgid);
            }
        }

        return ours.Count == 0 ? new FoundTask.Absent() : new FoundTask.Made(ours[0], ours[1..]);
    }

    /// <summary>The msgids of tasks of this time and content, oldest first.</summary>
    private async Task<IReadOnlyList<string>> ListAlikeAsync(SendIntent open, CancellationToken cancellationToken)
    {
        List<MassMessageCalls.ListedTask> alike = [];
        var from = (open.StartedAt - Uncertain.ClockSkew).ToUnixTimeSeconds();
        var to = (clock.GetUtcNow() + Uncertain.ClockSkew).ToUnixTimeSeconds();
        string? cursor = null;
        do
        {
            var question = new MassMessageCalls.TaskQuestion(MassMessageTasks.ChatType(open.Kind), from, to, cursor)
            {
                FilterType = Uncertain.AllCreators,
            };
            var page = await calls.ListAsync(question, cancellationToken);
            alike.AddRange(page.GroupMsgList.Where(task => IsAlike(task, open)));
            cursor = page.NextCursor;
        } while (!string.IsNullOrEmpty(cursor));

        return [.. alike.OrderBy(task => task.CreateTime).Select(task => task.Msgid).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsAlike(MassMessageCalls.ListedTask task, SendIntent open) =>
        string.Equals(ContentOutline.Of(task.Text, task.Attachments), open.Outline, StringComparison.Ordinal);
}
