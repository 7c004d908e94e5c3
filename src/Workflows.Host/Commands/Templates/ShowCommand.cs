using System.CommandLine;
using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Templates;

namespace Workflows.Host.Commands.Templates;

/// <summary><c>templates show NAME</c>: everything a template says of itself.</summary>
internal static class ShowCommand
{
    public static Command Describe(Terminal terminal)
    {
        var command = new Command(
            "show",
            "Shows a template: purpose, roles, figures, procedure, limits, what to prepare, parameters."
        )
        {
            TemplateChoice.Name,
            CommonOptions.Library,
            CommonOptions.Lang,
            CommonOptions.Json,
        };
        command.SetAction(parsed => Run(parsed, terminal));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var name = parsed.GetRequiredValue(TemplateChoice.Name);
        var template = TemplateChoice.Read(TemplateChoice.ShelfOf(parsed), name, parsed).Template!;
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(template);
            return ExitCodes.Success;
        }

        foreach (var line in Lines(template, CommonOptions.ReadLang(parsed)))
        {
            terminal.Output.WriteLine(line);
        }

        return ExitCodes.Success;
    }

    private static IEnumerable<string> Lines(Template template, Language language)
    {
        string Say(string english, string chinese) => language == Language.Chinese ? chinese : english;
        IEnumerable<string> Section(string english, string chinese, IEnumerable<string> lines) =>
            ["", Say(english, chinese), .. lines.Select(line => $"  {line}")];

        return
        [
            $"{template.Title.In(language)} ({template.Name} {template.Version})",
            template.Purpose.In(language),
            string.Join(", ", template.Industries)
                + $" · {template.Stage} · {template.Play} · {string.Join(", ", template.Carriers)}",
            .. Section(
                "Roles",
                "角色",
                template.Roles.Select(role => $"{role.Role} ({role.Side}): {role.Duty.In(language)}")
            ),
            .. Section(
                "Figures",
                "指标",
                [
                    $"{template.Kpi.Goal}: {string.Join(", ", template.Kpi.Primary)}",
                    .. template.Kpi.Secondary.Count > 0
                        ? [$"+ {string.Join(", ", template.Kpi.Secondary)}"]
                        : (string[])[],
                ]
            ),
            .. Section(
                "Expected",
                "预期",
                template.Expected.Select(number =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{number.Metric}: {number.From}–{number.To} {number.Unit}. {number.Note.In(language)} [{number.Source}]"
                    )
                )
            ),
            .. Section("Procedure", "流程", template.Sop.Select(step => ProcedureLine.Of(step, template, language))),
            .. Section(
                "Limits",
                "限制",
                template.Limits.Select(limit => $"{limit.Text.In(language)} [{limit.Source}]")
            ),
            .. Section("To prepare", "准备", template.Prepare.Select(text => text.In(language))),
            .. Section(
                "Content",
                "内容",
                template.Content.Select(slot => $"{slot.Name} ({slot.Kind}): {slot.Use.In(language)}")
            ),
            .. Section("Parameters", "参数", template.Parameters.Select(parameter => Line(parameter, language))),
            .. Section("Rule sets", "规则集", template.Rules),
            .. Section("Workflows it uses", "所用的子旅程", template.Workflows),
            .. Section("Sources", "来源", [string.Join(", ", template.Sources)]),
        ];
    }

    private static string Line(TemplateParameter parameter, Language language)
    {
        var bounds = parameter switch
        {
            { Choices: { } choices } => $" ({string.Join(" | ", choices)})",
            { Min: not null } or { Max: not null } => $" ({parameter.Min ?? "-"} … {parameter.Max ?? "-"})",
            _ => "",
        };
        return $"{parameter.Name} = {parameter.Default}{bounds}: {parameter.Title.In(language)}. {parameter.Explanation.In(language)}";
    }
}
