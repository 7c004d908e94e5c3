using Workflows.Marketing.Content;

namespace Workflows.Host.Api.Content;

/// <summary>A script, ready to be said.</summary>
/// <param name="Content">The content and version, as figures name it.</param>
/// <param name="Name">What colleagues call it.</param>
/// <param name="Category">The drawer it lies in.</param>
/// <param name="Text">The words.</param>
/// <param name="Media">Pictures that go with it.</param>
internal sealed record ScriptBody(
    string Content,
    string Name,
    string? Category,
    string Text,
    IReadOnlyList<string> Media
)
{
    public static ScriptBody From(ContentVersion version, ScriptFilling filling, string? language) =>
        new(
            version.Ref.ToString(),
            version.Item.Name,
            version.Item.Category,
            filling.Fill(version.Item, language),
            version.Item.Media
        );
}
