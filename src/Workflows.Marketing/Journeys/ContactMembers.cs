using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Journeys;

/// <summary>A contact as scripts and templates see it: its facts, then its identities, then its attributes by their own names.</summary>
internal static class ContactMembers
{
    private static readonly Dictionary<string, Func<Contact, object?>> Facts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["id"] = contact => contact.Id.ToString(),
        ["joinedAt"] = contact => contact.JoinedAt,
        ["paidOrderCount"] = contact => contact.PaidOrderCount,
        ["lastPaidAt"] = contact => contact.LastPaidAt,
        ["paidAmount"] = contact => contact.PaidAmount,
        ["tags"] = contact => contact.Tags.ToArray(),
        ["pool"] = contact => contact.Pool,
        ["stage"] = contact => contact.Stage,
        ["persona"] = contact => contact.Persona,
        ["expertPersona"] = contact => contact.ExpertPersona,
        ["salesPersona"] = contact => contact.SalesPersona,
        ["isReachable"] = contact => contact.IsReachable,
        ["attributes"] = contact => contact.Attributes,
    };

    /// <summary>The names of the facts, which every contact has.</summary>
    public static IReadOnlyCollection<string> FactNames => Facts.Keys;

    /// <summary>What every contact has, with all kinds of identities; anything else is an attribute.</summary>
    public static IReadOnlySet<string> Known { get; } =
        Facts.Keys.Concat(ContactIdentity.KindNames).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names every contact has.</summary>
    public static IEnumerable<string> Names(Contact contact) =>
        Facts
            .Keys.Concat(contact.Identities.Select(identity => identity.KindName))
            .Concat(contact.Attributes.Keys)
            .Distinct(StringComparer.Ordinal);

    /// <summary>All that a contact has, by name; letter case does not count.</summary>
    public static Dictionary<string, object?> All(Contact contact) =>
        Names(contact).ToDictionary(name => name, name => Read(contact, name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a member; one the contact does not have is null, as an attribute nobody has set yet.</summary>
    public static object? Read(Contact contact, string name)
    {
        if (Facts.TryGetValue(name, out var fact))
        {
            return fact(contact);
        }

        return ContactIdentity.TryParseKind(name, out var kind)
            ? contact.Identities.Find(kind)
            : contact.Attribute(name);
    }
}
