using Workflows.Expressions;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;

namespace Workflows.Marketing.Segments;

/// <summary>What the rules of a segment may say.</summary>
public static class SegmentRules
{
    /// <summary>
    /// <c>contact</c>, a <see cref="Contact"/>; <c>orders</c>, its <see cref="PaidOrder"/>s; <c>events</c>, its
    /// <see cref="PastEvent"/>s, both oldest first; <c>now</c>, the moment of the question.
    /// </summary>
    public static InputShape Shape { get; } =
        InputShape.Of(
            ("contact", typeof(Contact)),
            ("orders", typeof(IReadOnlyList<PaidOrder>)),
            ("events", typeof(IReadOnlyList<PastEvent>)),
            ("now", typeof(DateTimeOffset))
        );

    /// <summary>Types whose methods the rules may call.</summary>
    public static IReadOnlyCollection<Type> Types { get; } = ContactRules.Types;
}
