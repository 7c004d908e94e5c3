using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Templates;

namespace Workflows.Host.Commands.Templates;

/// <summary>A step of a template's procedure as people read it: when, what, and the sides of who does it and answers for it (S1-28).</summary>
internal static class ProcedureLine
{
    public static string Of(TemplateStep step, Template template, Language language)
    {
        var isChinese = language == Language.Chinese;
        var owner =
            step.Owner is { } answers && !string.Equals(answers, step.Who, StringComparison.Ordinal)
                ? $" ← {Sided(answers)}"
                : "";
        return $"{step.When.In(language)} – {Sided(step.Who)}{owner}: {step.What.In(language)}"
            + Others(isChinese ? "事先征询" : "asks", step.Consulted)
            + Others(isChinese ? "事后告知" : "tells", step.Informed);

        string Sided(string role) =>
            template.Roles.FirstOrDefault(one => string.Equals(one.Role, role, StringComparison.Ordinal)) is { } known
                ? $"{role} ({known.Side})"
                : role;

        string Others(string how, IReadOnlyList<string> roles) =>
            roles.Count == 0 ? "" : $" [{how} {string.Join(", ", roles.Select(Sided))}]";
    }
}
