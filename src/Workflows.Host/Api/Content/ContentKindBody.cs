using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;

namespace Workflows.Host.Api.Content;

/// <summary>A kind of content as the API shows it.</summary>
/// <param name="Name">Its name in documents.</param>
/// <param name="Label">What people call it, in the caller's language.</param>
/// <param name="Forms">What it may consist of: Text, Page, MiniProgram, Pictures, Video, File.</param>
internal sealed record ContentKindBody(string Name, string Label, IReadOnlyList<ContentForm> Forms)
{
    public static ContentKindBody From(ContentKind kind, Language language) =>
        new(kind.Name, language == Language.Chinese ? kind.Chinese : kind.English, kind.Forms);
}
