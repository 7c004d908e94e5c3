namespace Workflows.Marketing.Contacts;

/// <summary>Asks for a member of the staff who serves a contact (S1-07).</summary>
/// <param name="Key">The effect key of whoever asks: asking again with it finds the same member.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="Now">The time.</param>
public sealed record AgentRequest(string Key, Guid ContactId, DateTimeOffset Now)
{
    /// <summary>Only the staff of this store; null for everybody.</summary>
    public string? StoreId { get; init; }

    /// <summary>Only staff who play this persona; null for everybody.</summary>
    public string? Persona { get; init; }
}
