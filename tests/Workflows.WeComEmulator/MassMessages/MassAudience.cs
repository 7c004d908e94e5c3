using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Members;

namespace Workflows.WeComEmulator.MassMessages;

/// <summary>Who sends to whom: the recipients of a request by sending member, and those that cannot be reached.</summary>
internal sealed record MassAudience(IReadOnlyDictionary<string, List<string>> BySender, IReadOnlyList<string> Failed)
{
    private const int MostCustomers = 10_000;
    private const int MostGroups = 2_000;
    private const int MostTags = 100;

    public static MassAudience OfGroups(Call call, string? sender)
    {
        if (string.IsNullOrEmpty(sender))
        {
            throw RefusedException.Missing("sender");
        }

        var member = call.Member(sender);
        var asked = call.Body.Texts("chat_id_list");
        if (asked.Count > MostGroups)
        {
            throw RefusedException.TooMany("chat_id_list", asked.Count, MostGroups);
        }

        bool Owns(string chat) =>
            call.Company.Groups.TryGetValue(chat, out var group)
            && string.Equals(group.Owner, member.UserId, StringComparison.Ordinal);
        IEnumerable<string> candidates = asked.Count > 0 ? asked : call.Company.Groups.Keys;
        List<string> owned = [.. candidates.Where(Owns).Distinct()];
        return new MassAudience(
            new Dictionary<string, List<string>> { [member.UserId] = owned },
            [.. asked.Except(owned, StringComparer.Ordinal)]
        );
    }

    public static MassAudience OfCustomers(Call call, string? sender)
    {
        var asked = call.Body.Texts("external_userid");
        var filter = Filter(call);
        if (asked.Count > MostCustomers)
        {
            throw RefusedException.TooMany("external_userid", asked.Count, MostCustomers);
        }

        var member = string.IsNullOrEmpty(sender) ? null : call.Member(sender);
        if (asked.Count == 0 && member is null && filter.Count == 0)
        {
            throw RefusedException.Missing("external_userid, sender and tag_filter");
        }

        IEnumerable<string> candidates = asked.Count > 0 ? asked : (member?.Customers ?? call.Company.Customers).Keys;
        Dictionary<string, List<string>> bySender = [];
        List<string> failed = [];
        foreach (var id in candidates.Distinct(StringComparer.Ordinal))
        {
            if (Through(call, id, member, filter) is not { } relation)
            {
                failed.Add(id);
            }
            else if (bySender.TryGetValue(relation.UserId, out var customers))
            {
                customers.Add(id);
            }
            else
            {
                bySender[relation.UserId] = [id];
            }
        }

        return new MassAudience(bySender, asked.Count > 0 ? failed : []);
    }

    /// <summary>The relation that carries the message, or null if the customer cannot be reached.</summary>
    private static Relation? Through(Call call, string id, Member? sender, List<IReadOnlyList<string>> filter)
    {
        if (!call.Company.Customers.TryGetValue(id, out var customer))
        {
            return null;
        }

        var relation = sender is null ? customer.Closest : customer.Follows.GetValueOrDefault(sender.UserId);
        return
            relation is not null
            && call.App.Sees(relation.UserId)
            && filter.TrueForAll(group => group.Any(relation.Tags.Contains))
            ? relation
            : null;
    }

    /// <summary>Groups of tags: one of each group is enough, every group must be met.</summary>
    private static List<IReadOnlyList<string>> Filter(Call call)
    {
        List<IReadOnlyList<string>> groups =
        [
            .. (call.Body.Part("tag_filter")?.Parts("group_list") ?? []).Select(group => group.Texts("tag_list")),
        ];
        if (groups.Find(group => group.Count > MostTags) is { } crowded)
        {
            throw RefusedException.TooMany("tag_filter.group_list.tag_list", crowded.Count, MostTags);
        }

        return groups.TrueForAll(group => group.All(tag => call.Company.Tags.Find(tag) is not null))
            ? groups
            : throw new RefusedException(ErrorCodes.BadTag);
    }
}
