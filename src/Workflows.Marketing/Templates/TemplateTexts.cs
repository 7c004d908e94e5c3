namespace Workflows.Marketing.Templates;

/// <summary>What a template tells people in both languages.</summary>
internal static class TemplateTexts
{
    /// <summary>Every text, with the section it stands in.</summary>
    public static IReadOnlyList<(string Path, TemplateText Text)> Of(Template template) =>
        [
            ("$.title", template.Title),
            ("$.purpose", template.Purpose),
            .. template.Roles.Select(role => ("$.roles", role.Duty)),
            .. template.Sop.Select(step => ("$.sop", step.When)),
            .. template.Sop.Select(step => ("$.sop", step.What)),
            .. template.Limits.Select(limit => ("$.limits", limit.Text)),
            .. template.Prepare.Select(text => ("$.prepare", text)),
            .. template.Expected.Select(number => ("$.expected", number.Note)),
            .. template.Content.Select(slot => ("$.content", slot.Use)),
            .. template.Parameters.Select(parameter => ("$.parameters", parameter.Title)),
            .. template.Parameters.Select(parameter => ("$.parameters", parameter.Explanation)),
        ];
}
