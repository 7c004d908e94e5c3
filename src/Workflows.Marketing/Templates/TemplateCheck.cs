using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Templates;

/// <summary>Whether a template says everything it has to, in both languages, and whether its parts fit together (S0-06).</summary>
public static partial class TemplateCheck
{
    /// <summary>Everything that is wrong with a template besides its workflow and its cases.</summary>
    /// <param name="template">What it says of itself.</param>
    /// <param name="files">Its files.</param>
    public static IReadOnlyList<Diagnostic> Run(Template template, TemplateFiles files)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(files);
        try
        {
            var documents = new TemplateDocuments(files);
            return
            [
                .. Name(template, documents),
                .. Sections(template),
                .. Words(template),
                .. Owners(template),
                .. Texts(template),
                .. PartsCheck.Run(template, files),
                .. ReplicationCheck.Run(template, files),
                .. GrowthCheck.Run(template, files),
                .. template.Parameters.SelectMany(parameter => Parameter(parameter, documents)),
            ];
        }
        catch (JsonException broken)
        {
            return [new Diagnostic(TemplateCodes.Unreadable, $"The template cannot be read: {broken.Message}")];
        }
    }

    private static IEnumerable<Diagnostic> Name(Template template, TemplateDocuments documents)
    {
        if (
            !TemplateNames.IsName(template.Name)
            || !string.Equals(template.Name, documents.DefinitionId, StringComparison.Ordinal)
        )
        {
            yield return new Diagnostic(
                TemplateCodes.Name,
                $"The template is named '{template.Name}', its workflow '{documents.DefinitionId}'.",
                "$.name",
                Remedy: "Give the folder, the template and the workflow's definitionId one name."
            );
        }

        if (!VersionPattern().IsMatch(template.Version))
        {
            yield return new Diagnostic(
                TemplateCodes.Word,
                $"'{template.Version}' is no version.",
                "$.version",
                Remedy: "Write it as in 1.0.0."
            );
        }
    }

    private static IEnumerable<Diagnostic> Sections(Template template)
    {
        (string Name, int Count)[] sections =
        [
            ("industries", template.Industries.Count),
            ("carriers", template.Carriers.Count),
            ("roles", template.Roles.Count),
            ("kpi.primary", template.Kpi.Primary.Count),
            ("sop", template.Sop.Count),
            ("limits", template.Limits.Count),
            ("prepare", template.Prepare.Count),
            ("expected", template.Expected.Count),
            ("content", template.Content.Count),
            ("parameters", template.Parameters.Count),
            ("sources", template.Sources.Count),
        ];
        return sections
            .Where(section => section.Count == 0)
            .Select(section => new Diagnostic(
                TemplateCodes.Missing,
                $"The template says nothing of '{section.Name}'.",
                $"$.{section.Name}",
                Remedy: "Whoever takes it has to know: purpose, roles, figures, procedure, limits and what to prepare."
            ));
    }

    private static IEnumerable<Diagnostic> Words(Template template)
    {
        (string Path, IEnumerable<string> Words, IReadOnlyList<string> Known)[] choices =
        [
            ("$.industries", template.Industries, TemplateWords.Industries),
            ("$.stage", [template.Stage], TemplateWords.Stages),
            ("$.play", [template.Play], TemplateWords.Plays),
            ("$.carriers", template.Carriers, TemplateWords.Carriers),
            ("$.roles", template.Roles.Select(role => role.Role), TemplateWords.Roles),
            ("$.roles", template.Roles.Select(role => role.Side), ["hq", "store"]),
            ("$.roles", template.Roles.Select(role => role.Rank).OfType<string>(), TemplateWords.Ranks),
            ("$.kpi.goal", [template.Kpi.Goal], TemplateWords.Goals),
            ("$.kpi", template.Kpi.Primary.Concat(template.Kpi.Secondary), TemplateWords.Metrics),
            ("$.expected", template.Expected.Select(number => number.Metric), TemplateWords.Metrics),
            ("$.content", template.Content.Select(slot => slot.Kind), TemplateWords.ContentKinds),
            (
                "$.sop",
                template.Sop.SelectMany(step => step.People),
                [.. template.Roles.Select(role => role.Role), TemplateStep.System]
            ),
        ];
        foreach (var (path, words, known) in choices)
        {
            foreach (var word in words.Except(known, StringComparer.Ordinal))
            {
                yield return new Diagnostic(
                    TemplateCodes.Word,
                    $"'{word}' is not known here.",
                    path,
                    Remedy: $"Choose from {string.Join(", ", known)}."
                );
            }
        }

        foreach (var metric in template.Kpi.Primary.Intersect(TemplateWords.SecondaryMetrics, StringComparer.Ordinal))
        {
            yield return new Diagnostic(
                TemplateCodes.VanityKpi,
                $"'{metric}' may not be a primary figure: it looks good and proves nothing (S0-47, S1-10).",
                "$.kpi.primary",
                Remedy: "Take content clicks, sales, or a figure of service or brand."
            );
        }
    }

    private static IEnumerable<Diagnostic> Owners(Template template) =>
        template
            .Sop.Index()
            .Where(step => template.Roles.Count > 0 && step.Item.Accountable is null)
            .Select(step => new Diagnostic(
                TemplateCodes.Owner,
                "Nobody answers for a step that happens by itself.",
                string.Create(CultureInfo.InvariantCulture, $"$.sop[{step.Index}]"),
                Remedy: "Give it an owner, one of the roles: each step is on the side of headquarters or store."
            )
            {
                Source = "S1-28",
            });

    private static IEnumerable<Diagnostic> Texts(Template template) =>
        TemplateTexts
            .Of(template)
            .Where(text =>
                !Chinese().IsMatch(text.Text.Zh) || !Latin().IsMatch(text.Text.En) || Chinese().IsMatch(text.Text.En)
            )
            .Select(text => new Diagnostic(
                TemplateCodes.Language,
                $"A text is not in both languages: '{text.Text.Zh}' / '{text.Text.En}'.",
                text.Path
            ));

    private static IEnumerable<Diagnostic> Parameter(TemplateParameter parameter, TemplateDocuments documents)
    {
        var path = $"$.parameters: {parameter.Name}";
        if (parameter.In.Count == 0)
        {
            yield return new Diagnostic(TemplateCodes.Parameter, "The parameter stands nowhere.", path);
        }

        if (ParameterValues.Mistake(parameter, parameter.Default) is { } mistake)
        {
            yield return new Diagnostic(TemplateCodes.Parameter, mistake, path);
        }

        foreach (var place in parameter.In)
        {
            if (documents.Read(place) is not { } value)
            {
                yield return new Diagnostic(TemplateCodes.Parameter, $"There is no {place}.", path);
            }
            else if (
                !string.Equals(
                    ParameterValues.Normal(parameter.Kind, value),
                    ParameterValues.Normal(parameter.Kind, parameter.Default),
                    StringComparison.Ordinal
                )
            )
            {
                yield return new Diagnostic(
                    TemplateCodes.Parameter,
                    $"The default is '{parameter.Default}', but {place} says '{value}'.",
                    path
                );
            }
        }
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1_000)]
    private static partial Regex Chinese();

    [GeneratedRegex("[A-Za-z]", RegexOptions.None, 1_000)]
    private static partial Regex Latin();

    [GeneratedRegex(@"^\d{1,4}\.\d{1,4}\.\d{1,4}$", RegexOptions.None, 1_000)]
    private static partial Regex VersionPattern();
}
