using Workflows.Marketing.Channels.WeCom.Errors;

namespace Workflows.Marketing.Channels.WeCom.MassMessages;

/// <summary>Reads all pages of what became of a mass message.</summary>
internal sealed class MassMessageResults(MassMessageCalls calls)
{
    /// <summary>The results of a sender's part; of all members' parts when WeCom chose who sends.</summary>
    public async Task<IReadOnlyList<MassMessageCalls.Result>> ListAsync(
        string msgid,
        string sender,
        CancellationToken cancellationToken
    )
    {
        if (sender.Length > 0)
        {
            return await ListOfMemberAsync(msgid, sender, cancellationToken);
        }

        List<MassMessageCalls.Result> results = [];
        string? cursor = null;
        do
        {
            var page = await calls.ListMembersAsync(msgid, cursor, cancellationToken);
            foreach (var member in page.TaskList)
            {
                results.AddRange(await ListOfMemberAsync(msgid, member.Userid, cancellationToken));
            }

            cursor = page.NextCursor;
        } while (!string.IsNullOrEmpty(cursor));

        return results;
    }

    /// <summary>The same; null when the task has no part for the sender.</summary>
    public async Task<IReadOnlyList<MassMessageCalls.Result>?> FindAsync(
        string msgid,
        string sender,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await ListAsync(msgid, sender, cancellationToken);
        }
        catch (WeComException failure)
            when (!failure.IsUncertain && failure.Error.Kind is WeComErrorKind.Sender or WeComErrorKind.Recipient)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<MassMessageCalls.Result>> ListOfMemberAsync(
        string msgid,
        string userid,
        CancellationToken cancellationToken
    )
    {
        List<MassMessageCalls.Result> results = [];
        string? cursor = null;
        do
        {
            var page = await calls.ListResultsAsync(msgid, userid, cursor, cancellationToken);
            results.AddRange(page.SendList);
            cursor = page.NextCursor;
        } while (!string.IsNullOrEmpty(cursor));

        return results;
    }
}
