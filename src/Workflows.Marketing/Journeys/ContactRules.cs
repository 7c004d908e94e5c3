using Workflows.Expressions;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Journeys;

/// <summary>What rule sets are asked about in a journey.</summary>
public static class ContactRules
{
    /// <summary><c>contact</c>, a <see cref="Contact"/>, and <c>now</c>, the turn's time: the shape a catalogue compiles for.</summary>
    public static InputShape Shape { get; } =
        InputShape.Of(("contact", typeof(Contact)), ("now", typeof(DateTimeOffset)));

    /// <summary>Types whose methods rules may call: attributes, tags and identities by name.</summary>
    public static IReadOnlyCollection<Type> Types { get; } = [typeof(ContactValues)];

    /// <summary>What holds for every contact, as conditions: analyses need not look for contacts that cannot be.</summary>
    public static IReadOnlyList<string> Facts { get; } =
    [
        "contact.PaidOrderCount >= 0",
        "contact.PaidAmount >= 0",
        "contact.JoinedAt <= now",
        "contact.LastPaidAt == null || contact.LastPaidAt <= now",
        "(contact.PaidOrderCount == 0) == (contact.LastPaidAt == null)",
    ];
}
