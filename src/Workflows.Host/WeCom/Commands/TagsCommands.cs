using System.CommandLine;
using Spectre.Console;
using Workflows.Host.Commands;
using Workflows.Marketing.Channels.WeCom.Tags;

namespace Workflows.Host.WeCom.Commands;

/// <summary><c>wecom tags list|add|edit|remove</c>: the company's tags as WeCom keeps them (S3-54).</summary>
internal static class TagsCommands
{
    private static readonly Argument<string> Group = new("GROUP")
    {
        Description = "A group's name; a new name makes a new group.",
    };

    private static readonly Argument<string[]> Tags = new("TAG")
    {
        Description = "The tags' names.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Argument<string> Id = new("ID") { Description = "WeCom's id of a tag, or of a group." };

    private static readonly Option<string?> NewName = new("--name")
    {
        Description = "Its new name.",
        HelpName = "NAME",
    };

    private static readonly Option<int?> Order = new("--order")
    {
        Description = "Its new place; greater ones come first.",
        HelpName = "NUMBER",
    };

    private static readonly Option<bool> IsGroup = new("--group")
    {
        Description = "The id is that of a group, which goes with all its tags.",
    };

    public static Command Describe(Terminal terminal) =>
        new("tags", "The company's tags as WeCom keeps them.")
        {
            Of(
                new Command("list", "All tags by group."),
                terminal,
                (_, desk, cancellationToken) => desk.ListAsync(cancellationToken)
            ),
            Of(
                new Command("add", "Adds tags to a group at WeCom.") { Group, Tags },
                terminal,
                (parsed, desk, cancellationToken) =>
                    desk.AddAsync(parsed.GetRequiredValue(Group), parsed.GetRequiredValue(Tags), cancellationToken)
            ),
            Of(
                new Command("edit", "Renames or moves a tag or a group.") { Id, NewName, Order },
                terminal,
                (parsed, desk, cancellationToken) =>
                    desk.EditAsync(
                        parsed.GetRequiredValue(Id),
                        parsed.GetValue(NewName),
                        parsed.GetValue(Order),
                        cancellationToken
                    )
            ),
            Of(
                new Command("remove", "Removes a tag, and so takes it off every customer.") { Id, IsGroup },
                terminal,
                (parsed, desk, cancellationToken) =>
                {
                    string[] ids = [parsed.GetRequiredValue(Id)];
                    var isGroup = parsed.GetValue(IsGroup);
                    return desk.RemoveAsync(isGroup ? [] : ids, isGroup ? ids : [], cancellationToken);
                }
            ),
        };

    private static Command Of(
        Command command,
        Terminal terminal,
        Func<ParseResult, CorpTagDesk, CancellationToken, Task<CorpTagOutcome>> run
    )
    {
        command.Add(CommonOptions.Json);
        return WorkspaceCommand.Of(
            command,
            terminal,
            async (parsed, services, output, cancellationToken) =>
            {
                var desk = services.GetService<CorpTagDesk>() ?? throw new BadInputException(WeComAnswers.NotSetUp);
                var outcome = await run(parsed, desk, cancellationToken);
                WeComOutcomes.ThrowIfRefused([], outcome.Failure);
                if (parsed.GetValue(CommonOptions.Json))
                {
                    output.WriteJson(outcome.Groups);
                }
                else
                {
                    output.Results.Write(Table(outcome.Groups));
                }
            }
        );
    }

    private static Table Table(IEnumerable<CorpTagGroup> groups)
    {
        var table = new Table().AddColumns("group", "group id", "tag", "tag id");
        foreach (var (group, tag) in groups.SelectMany(group => group.Tags.Select(tag => (group, tag))))
        {
            table.AddRow(
                Markup.Escape(group.Name),
                Markup.Escape(group.Id),
                Markup.Escape(tag.Name),
                Markup.Escape(tag.Id)
            );
        }

        return table;
    }
}
