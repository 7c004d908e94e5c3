using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Police;

namespace Workflows.WeComEmulator.Media;

/// <summary>Uploaded media: gone after three days, though the phones still show what they have.</summary>
internal sealed class MediaShelf
{
    private readonly Dictionary<string, MediaItem> _items = [];

    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(3);

    public void Add(MediaItem item) => _items.Add(item.MediaId, item);

    public MediaItem? Find(string mediaId) => _items.GetValueOrDefault(mediaId);

    public MediaItem Valid(string mediaId, DateTimeOffset now) =>
        _items.TryGetValue(mediaId, out var item) && item.Until > now
            ? item
            : throw new RefusedException(
                ErrorCodes.BadMedia,
                Breaches.Media,
                $"{mediaId} {(item is null ? "was never uploaded" : "expired")}"
            );
}
