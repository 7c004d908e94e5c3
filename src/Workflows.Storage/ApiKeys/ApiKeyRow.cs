using Workflows.Storage.Users;

namespace Workflows.Storage.ApiKeys;

/// <summary>One API key as it rests in the database: what it hashes to, never the key itself.</summary>
internal sealed class ApiKeyRow
{
    public Guid Id { get; set; }

    public int Tenant { get; set; }

    public required string Name { get; set; }

    /// <summary>SHA-256 of the key's UTF-8 text. The key has 256 random bits, so a slow hash would add nothing.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>What the key's holder may do.</summary>
    public Role Role { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
