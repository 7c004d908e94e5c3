using System.Text.Json;

namespace Workflows.WeComEmulator.Ways;

/// <summary>A link of the acquisition assistant (获客助手).</summary>
internal sealed class AcquisitionLink(string linkId, string name, DateTimeOffset createdAt)
{
    public string LinkId { get; } = linkId;
    public string Name { get; set; } = name;
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public IReadOnlyList<string> Users { get; set; } = [];
    public IReadOnlyList<int> Departments { get; set; } = [];
    public bool SkipVerify { get; set; } = true;
    public bool MarkSource { get; set; } = true;
    public JsonElement? Priority { get; set; }
    public int Clicks { get; set; }

    /// <summary>Who came by it: customer, member and channel.</summary>
    public List<(string Customer, string Member, string? State)> Customers { get; } = [];

    public string Url => $"https://work.weixin.qq.com/ca/{LinkId}";
}
