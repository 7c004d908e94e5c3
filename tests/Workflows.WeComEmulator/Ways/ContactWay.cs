using System.Text.Json;

namespace Workflows.WeComEmulator.Ways;

/// <summary>A QR code by which a customer adds a member of a list.</summary>
internal sealed class ContactWay(string configId, DateTimeOffset createdAt)
{
    public string ConfigId { get; } = configId;
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public int Type { get; set; } = 1;
    public int Scene { get; set; } = 2;
    public int? Style { get; set; }
    public string? Remark { get; set; }
    public bool SkipVerify { get; set; } = true;
    public string? State { get; set; }
    public IReadOnlyList<string> Users { get; set; } = [];
    public IReadOnlyList<int> Parties { get; set; } = [];
    public bool IsTemporary { get; init; }
    public long? ExpiresIn { get; set; }
    public long? ChatExpiresIn { get; set; }
    public string? UnionId { get; set; }
    public bool IsExclusive { get; set; }
    public bool MarkSource { get; set; } = true;
    public JsonElement? Conclusions { get; set; }

    public bool HasExpired(DateTimeOffset now) =>
        IsTemporary && now >= CreatedAt + TimeSpan.FromSeconds(ExpiresIn ?? 7 * 86_400);
}
