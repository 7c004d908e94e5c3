namespace Workflows.WeComEmulator.Ways;

/// <summary>A QR code by which a customer joins the first group of a list that has room.</summary>
internal sealed class JoinWay(string configId, DateTimeOffset createdAt)
{
    public string ConfigId { get; } = configId;
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public int Scene { get; set; } = 2;
    public string? Remark { get; set; }
    public bool CreatesRooms { get; set; }
    public string? RoomBaseName { get; set; }
    public long RoomBaseId { get; set; } = 1;
    public List<string> ChatIds { get; set; } = [];
    public string? State { get; set; }
    public bool MarkSource { get; set; } = true;
}
