namespace Workflows.Marketing.Content;

/// <summary>Which form a content has.</summary>
internal static class ContentForms
{
    /// <summary>The form of what is given; null where that is several things, or files that do not go together.</summary>
    public static ContentForm? Of(ContentItem item)
    {
        MediaType?[] files = [.. item.Media.Select(MediaInspection.Claimed).Distinct()];
        return (item.Url, item.MiniProgram, files, item.Media.Count) switch
        {
            (null, null, [], _) => ContentForm.Text,
            (not null, null, [], _) => ContentForm.Page,
            (null, not null, [], _) => ContentForm.MiniProgram,
            (null, null, [MediaType.Image], _) => ContentForm.Pictures,
            (null, null, [MediaType.Video], 1) => ContentForm.Video,
            (null, null, [MediaType.File], 1) => ContentForm.File,
            _ => null,
        };
    }
}
