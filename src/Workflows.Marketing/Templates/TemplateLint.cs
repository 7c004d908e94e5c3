using System.Text;
using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys.Checks;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Json;

namespace Workflows.Marketing.Templates;

/// <summary>
/// A template tells people what to do: neither its texts nor the notes beside it may advise what <c>lint-forbidden</c>
/// forbids customers to be told (S3-23). A clause that says what is not done may name it. Its contents may not say it at all.
/// </summary>
/// <param name="ruleSets">Where the workspace's own words are, if it published any.</param>
public sealed partial class TemplateLint(RuleSetCatalog ruleSets)
{
    private static readonly string[] Notes = [".md", ".txt"];

    /// <summary>What a template advises and should not.</summary>
    /// <param name="template">What it says of itself.</param>
    /// <param name="files">Its files.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public async Task<IReadOnlyList<Diagnostic>> FindAsync(
        Template template,
        TemplateFiles files,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(files);
        (string Path, string Text)[] texts =
        [
            .. TemplateTexts.Of(template).Select(one => (one.Path, $"{one.Text.Zh}\n{one.Text.En}")),
            ("workflow.json: $.description", ElsaReader.Read(files.Workflow).Definition?.Description ?? ""),
            .. files
                .Content.Where(file => Notes.Contains(Path.GetExtension(file.Key), StringComparer.OrdinalIgnoreCase))
                .Select(file => ($"content/{file.Key}", Encoding.UTF8.GetString(file.Value))),
        ];
        var forbidden = new ForbiddenTexts(ruleSets);
        List<Diagnostic> found =
        [
            .. await forbidden.FindAsync(texts.Select(one => (one.Path, Advised(one.Text))), cancellationToken),
        ];
        // What customers will read is read as it stands; documents that cannot be read are told elsewhere.
        foreach (var (place, item) in ContentPackFiles.Read(files.Content).Pack.Items)
        {
            found.AddRange(await forbidden.FindAsync(item, place, cancellationToken));
        }

        return found;
    }

    private static string Advised(string text) =>
        string.Join('\n', Clause().Split(text).Where(clause => !Denial().IsMatch(clause)));

    [GeneratedRegex("[，。；！？,.;!?\\n]", RegexOptions.None, 1_000)]
    private static partial Regex Clause();

    [GeneratedRegex(@"不|没|禁|勿|无(?!限)|\b(?:no|not|never|none|without)\b|n't\b", RegexOptions.IgnoreCase, 1_000)]
    private static partial Regex Denial();
}
