using Workflows.Expressions;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Journeys;

/// <summary>What rule sets are asked about in a journey.</summary>
public static class ContactRules
{
    /// <summary><c>contact</c>, a <see cref="Contact"/>, and <c>now</c>, the turn's time: the shape a catalogue compiles for.</summary>
    public static InputShape Shape { get; } =
        InputShape.Of(("contact", typeof(Contact)), ("now", typeof(DateTimeOffset)));
}
