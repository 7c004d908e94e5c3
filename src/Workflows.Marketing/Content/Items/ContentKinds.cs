using System.Diagnostics.CodeAnalysis;

namespace Workflows.Marketing.Content;

/// <summary>The kinds of content that are known; immutable.</summary>
public sealed class ContentKinds
{
    /// <summary>The kind whose items are scripts (话术, S1-44).</summary>
    public const string Script = "script";

    private static readonly ContentForm[] Readable = [ContentForm.Page, ContentForm.MiniProgram, ContentForm.Pictures];

    private static readonly ContentKind[] Own =
    [
        new("text", "Text", "文字", ContentForm.Text),
        new(Script, "Script", "话术", ContentForm.Text, ContentForm.Pictures),
        new("article", "Article", "文章", ContentForm.Page, ContentForm.MiniProgram),
        new("video", "Video", "视频", ContentForm.Video, ContentForm.Page),
        new("activity", "Activity", "活动", Readable),
        new("course", "Course", "课程", ContentForm.Page, ContentForm.MiniProgram, ContentForm.Video),
        new("check-in", "Check-in", "打卡", Readable),
        new("live", "Live stream", "直播", Readable),
        new("mini-program", "Mini-program", "小程序", ContentForm.MiniProgram),
        new("link", "Link", "链接", ContentForm.Page),
        new("image", "Picture", "图片", ContentForm.Pictures),
        new("file", "File", "文件", ContentForm.File),
        new("custom", "Custom", "自定义", Enum.GetValues<ContentForm>()),
    ];

    private readonly Dictionary<string, ContentKind> _kinds = new(StringComparer.Ordinal);

    /// <param name="further">The kinds that plug-ins bring; one of a known name is a mistake in the composition.</param>
    /// <exception cref="ArgumentException">Two kinds have one name, or one has no form.</exception>
    public ContentKinds(params IEnumerable<ContentKind> further)
    {
        foreach (var kind in Own.Concat(further))
        {
            if (kind.Forms.Count == 0 || !_kinds.TryAdd(kind.Name, kind))
            {
                throw new ArgumentException(
                    $"The kind of content '{kind.Name}' is there twice, or has no form.",
                    nameof(further)
                );
            }
        }
    }

    /// <summary>All of them, the product's own first.</summary>
    public IReadOnlyCollection<ContentKind> All => _kinds.Values;

    /// <summary>Finds a kind by its name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out ContentKind? kind) => _kinds.TryGetValue(name, out kind);
}
