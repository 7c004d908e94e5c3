namespace Workflows.Marketing.Contacts;

/// <summary>Makes one contact of two, and two of it again. Pure: rows and instances are moved by whoever keeps them.</summary>
public static class ContactMerge
{
    /// <summary>What is remembered of the older contact once the younger one is part of it; where both say something, the older one's counts.</summary>
    public static ContactState Merge(ContactState first, ContactState second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var attributes = new Dictionary<string, object?>(second.Attributes, StringComparer.Ordinal);
        foreach (var (name, value) in first.Attributes)
        {
            attributes[name] = value;
        }

        var merged = first.With(
            KnownOrders.Union(first.Orders, second.Orders),
            OrderSums.Unlisted(first).Plus(OrderSums.Unlisted(second))
        );
        return merged with
        {
            JoinedAt = first.JoinedAt < second.JoinedAt ? first.JoinedAt : second.JoinedAt,
            Identities = first.Identities.With(second.Identities),
            Attributes = attributes,
            Tags = [.. first.Tags.Union(second.Tags, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            TagMarks = [.. first.TagMarks, .. second.TagMarks.Where(mark => !first.TagMarks.Any(mark.IsSameAs))],
            Consents = ContactConsents.Of([.. first.Consents, .. second.Consents]),
            Relations = ContactRelations.Of([.. first.Relations, .. second.Relations]),
            Follows = FollowMark.Latest([.. first.Follows, .. second.Follows]),
            Pool = first.Pool ?? second.Pool,
            Stage = Closer(first.Stage, second.Stage),
            Persona = first.Persona ?? second.Persona,
            ExpertPersona = first.ExpertPersona ?? second.ExpertPersona,
            SalesPersona = first.SalesPersona ?? second.SalesPersona,
        };
    }

    /// <summary>
    /// What is left of the merged contact without the younger one: as the older one was, with everything that happened since. A contact to
    /// whom nothing happened since is exactly as it was.
    /// </summary>
    /// <param name="now">The merged contact as it is now.</param>
    /// <param name="first">The older one before the merge.</param>
    /// <param name="second">The younger one before the merge.</param>
    public static ContactState Part(ContactState now, ContactState first, ContactState second)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var merged = Merge(first, second);
        var left = now.With(KnownOrders.Stay(now.Orders, first.Orders, second.Orders), Unlisted(now, first, second));
        return left with
        {
            JoinedAt = now.JoinedAt == merged.JoinedAt ? first.JoinedAt : now.JoinedAt,
            Identities = [.. first.Identities, .. now.Identities.Where(name => !merged.Identities.Contains(name))],
            Attributes = Attributes(now, first, merged),
            Tags = Kept(now.Tags, first.Tags, merged.Tags, StringComparer.Ordinal),
            TagMarks = Kept(now.TagMarks, first.TagMarks, merged.TagMarks),
            Consents = ContactConsents.Of([.. first.Consents, .. now.Consents.Except(merged.Consents)]),
            Relations = ContactRelations.Of([.. first.Relations, .. now.Relations.Except(merged.Relations)]),
            Follows = FollowMark.Latest([.. first.Follows, .. now.Follows.Except(merged.Follows)]),
            Pool = Said(now.Pool, merged.Pool, first.Pool),
            Stage = Said(now.Stage, merged.Stage, first.Stage)!,
            Persona = Said(now.Persona, merged.Persona, first.Persona),
            ExpertPersona = Said(now.ExpertPersona, merged.ExpertPersona, first.ExpertPersona),
            SalesPersona = Said(now.SalesPersona, merged.SalesPersona, first.SalesPersona),
        };
    }

    /// <summary>What goes back to the younger one: as it was, with what came of its orders since.</summary>
    /// <param name="now">The merged contact as it is now.</param>
    /// <param name="first">The older one before the merge.</param>
    /// <param name="second">The younger one before the merge.</param>
    public static ContactState Leave(ContactState now, ContactState first, ContactState second)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return second.With(KnownOrders.Leave(now.Orders, first.Orders, second.Orders), OrderSums.Unlisted(second));
    }

    // Orders known as sums cannot be told apart: those of the younger one are taken off.
    private static OrderSums Unlisted(ContactState now, ContactState first, ContactState second)
    {
        var (all, own, others) = (OrderSums.Unlisted(now), OrderSums.Unlisted(first), OrderSums.Unlisted(second));
        var count = Math.Max(0, all.Count - others.Count);
        var isOfMerge = all.LastPaidAt == OrderSums.Later(own.LastPaidAt, others.LastPaidAt);
        return new OrderSums(
            count,
            all.Amount - others.Amount,
            count == 0 ? null
                : isOfMerge ? own.LastPaidAt ?? all.LastPaidAt
                : all.LastPaidAt
        );
    }

    private static Dictionary<string, object?> Attributes(ContactState now, ContactState first, ContactState merged)
    {
        var kept = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in now.Attributes)
        {
            var isOfMerge = merged.Attributes.TryGetValue(name, out var then) && Equals(then, value);
            if (!isOfMerge)
            {
                kept[name] = value;
            }
            else if (first.Attributes.TryGetValue(name, out var own))
            {
                kept[name] = own;
            }
        }

        return kept;
    }

    // What was there before and still is, then what came since.
    private static IReadOnlyCollection<T> Kept<T>(
        IReadOnlyCollection<T> now,
        IReadOnlyCollection<T> first,
        IReadOnlyCollection<T> merged,
        IEqualityComparer<T>? comparer = null
    ) => [.. first.Where(one => now.Contains(one, comparer)), .. now.Where(one => !merged.Contains(one, comparer))];

    private static string? Said(string? now, string? merged, string? first) =>
        string.Equals(now, merged, StringComparison.Ordinal) ? first : now;

    private static string Closer(string left, string right) =>
        RelationshipStage.Rank(left) >= RelationshipStage.Rank(right) ? left : right;
}
