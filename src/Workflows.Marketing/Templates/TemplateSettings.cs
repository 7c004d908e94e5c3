using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Templates;

/// <summary>Gives a template's parameters values, or a copy of it another name.</summary>
public static class TemplateSettings
{
    /// <summary>Puts values into the places that parameters name.</summary>
    /// <param name="template">What the template says of itself.</param>
    /// <param name="files">Its files.</param>
    /// <param name="values">The values by the parameters' names; the others keep their defaults.</param>
    /// <returns>The template with the values as new defaults, or what is wrong with them.</returns>
    public static TemplateReading Apply(
        Template template,
        TemplateFiles files,
        IReadOnlyDictionary<string, string> values
    )
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(values);
        Diagnostic[] mistakes =
        [
            .. values.Select(value => Mistake(template, value.Key, value.Value)).OfType<Diagnostic>(),
        ];
        if (mistakes.Length > 0)
        {
            return TemplateReading.Failed(mistakes);
        }

        if (values.Count == 0)
        {
            return new TemplateReading(template, files, []);
        }

        var documents = new TemplateDocuments(files);
        foreach (var parameter in template.Parameters.Where(parameter => values.ContainsKey(parameter.Name)))
        {
            var value = ParameterValues.Normal(parameter.Kind, values[parameter.Name])!;
            foreach (var place in parameter.In)
            {
                documents.Write(place, value);
            }
        }

        return Described(
            template with
            {
                Parameters =
                [
                    .. template.Parameters.Select(parameter =>
                        values.TryGetValue(parameter.Name, out var value)
                            ? parameter with
                            {
                                Default = ParameterValues.Normal(parameter.Kind, value)!,
                            }
                            : parameter
                    ),
                ],
            },
            documents
        );
    }

    /// <summary>Makes a template of one's own out of another.</summary>
    /// <param name="template">What the other says of itself.</param>
    /// <param name="files">Its files.</param>
    /// <param name="name">The new name, which is the new definition id, too.</param>
    public static TemplateReading Rename(Template template, TemplateFiles files, string name)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(files);
        if (!TemplateNames.IsName(name))
        {
            return TemplateReading.Failed(
                new Diagnostic(
                    TemplateCodes.Name,
                    $"'{name}' cannot be the name of a template.",
                    Remedy: "Use small letters, digits and '-', and start with a letter."
                )
            );
        }

        var documents = new TemplateDocuments(files);
        documents.Rename(name, name);
        return Described(template with { Name = name, Version = "1.0.0" }, documents);
    }

    private static TemplateReading Described(Template template, TemplateDocuments documents)
    {
        var metadata = System.Text.Json.JsonSerializer.Serialize(template, TemplateJson.Options) + "\n";
        return new TemplateReading(template, documents.ToFiles() with { Metadata = metadata }, []);
    }

    private static Diagnostic? Mistake(Template template, string name, string value)
    {
        if (
            template.Parameters.FirstOrDefault(parameter =>
                string.Equals(parameter.Name, name, StringComparison.Ordinal)
            )
            is not { } parameter
        )
        {
            return new Diagnostic(
                TemplateCodes.Value,
                $"The template has no parameter '{name}'.",
                Remedy: $"Its parameters are {string.Join(", ", template.Parameters.Select(one => one.Name))}."
            );
        }

        return ParameterValues.Mistake(parameter, value) is { } mistake
            ? new Diagnostic(TemplateCodes.Value, mistake)
            : null;
    }
}
