using Workflows.Marketing.Contacts;

namespace Workflows.Storage.Contacts;

/// <summary>Two contacts who may be one person.</summary>
/// <param name="FirstId">The older contact, which stays when the two become one.</param>
/// <param name="SecondId">The younger contact.</param>
/// <param name="State">How far the case has come.</param>
/// <param name="SharedKind">The kind of the name an event gave to both, for example <c>phone</c>.</param>
/// <param name="OpenedAt">When it did.</param>
/// <param name="DecidedAt">When the case was decided, or null.</param>
/// <param name="DecidedBy">The rule or the user who decided, or null.</param>
public sealed record MergeCase(
    Guid FirstId,
    Guid SecondId,
    MergeState State,
    string SharedKind,
    DateTimeOffset OpenedAt,
    DateTimeOffset? DecidedAt,
    string? DecidedBy
)
{
    internal static MergeCase Of(MergeRow row) =>
        new(
            row.FirstId,
            row.SecondId,
            (MergeState)row.State,
            ContactIdentity.NameOf((IdentityKind)row.SharedKind),
            row.OpenedAt,
            row.DecidedAt,
            row.DecidedBy
        );
}
