namespace Workflows.Marketing.Contacts;

/// <summary>A contact and a member of the staff.</summary>
/// <param name="StaffId">The member.</param>
/// <param name="State">How they stand to each other.</param>
/// <param name="At">Since when.</param>
/// <param name="LostBy">Who ended it: <c>customer</c>, <c>staff</c>, <c>transfer</c> or <c>unknown</c>; null while it lasts.</param>
public sealed record Relation(string StaffId, RelationState State, DateTimeOffset At, string? LostBy = null)
{
    /// <summary>The word for a relation that ended because the contact was handed to another member.</summary>
    internal const string ByTransfer = "transfer";

    /// <summary>What an event says about a relation, or null for an event that says nothing (S0-04).</summary>
    public static Relation? Of(ContactEvent contactEvent)
    {
        ArgumentNullException.ThrowIfNull(contactEvent);
        var isAdded = contactEvent.Type is ContactEventTypes.RelationAdded or ContactEventTypes.FriendAdded;
        if (!isAdded && contactEvent.Type is not ContactEventTypes.RelationLost)
        {
            return null;
        }

        var data = new EventData(contactEvent.Data);
        return data.Text("staff") is { Length: <= 64 } staff
            ? new Relation(
                staff,
                isAdded ? RelationState.Exists : RelationState.Lost,
                contactEvent.At,
                isAdded ? null : Shorten(data.Text("by") ?? "unknown")
            )
            : null;
    }

    private static string Shorten(string text) => text.Length <= 16 ? text : text[..16];
}
