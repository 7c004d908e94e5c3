namespace Workflows.Marketing.Templates;

/// <summary>What a package holds: its <c>manifest.json</c>.</summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="Schema">The version of the format.</param>
/// <param name="Name">The template's name.</param>
/// <param name="Version">The template's version.</param>
/// <param name="Files">Every other file with its length and its sum.</param>
internal sealed record PackageManifest(
    string Format,
    int Schema,
    string Name,
    string Version,
    IReadOnlyList<PackagedFile> Files
)
{
    public const string FileName = "manifest.json";
    public const string FormatName = "workflows-template";
}
