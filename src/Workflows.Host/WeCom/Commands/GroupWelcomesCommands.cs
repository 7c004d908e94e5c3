using System.CommandLine;
using System.Text.Json;
using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Host.Json;
using Workflows.Marketing.Channels.WeCom.GroupWelcomes;

namespace Workflows.Host.WeCom.Commands;

/// <summary><c>wecom group-welcomes list|put|remove</c>: what new members of groups are greeted with.</summary>
internal static class GroupWelcomesCommands
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The welcome's name." };

    private static readonly Argument<string> Document = new("FILE")
    {
        Description = """What it says, as JSON: {"text":"…","attachment":{"kind":"link",…},"tellsOwners":true}.""",
    };

    public static Command Describe(Terminal terminal) =>
        new("group-welcomes", "What new members of groups are greeted with; owners choose one in the WeCom client.")
        {
            List(terminal),
            Put(terminal),
            Remove(terminal),
        };

    private static Command List(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("list", "All group welcomes, as one JSON document."),
            terminal,
            async (_, services, output, cancellationToken) =>
            {
                var store = services.GetRequiredService<IGroupWelcomeStore>();
                var list = await store.ListAsync(Tenants.Default, cancellationToken);
                output.WriteJson(list.Select(GroupWelcomeBody.From));
            }
        );

    private static Command Put(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("put", "Makes a group welcome at WeCom, or changes the one of its name.")
            {
                Name,
                Document,
                CommonOptions.Lang,
            },
            terminal,
            async (parsed, services, output, cancellationToken) =>
            {
                var body = Read(parsed.GetRequiredValue(Document));
                var welcome = body.ToWelcome(parsed.GetRequiredValue(Name));
                var outcome = await Desk(services).PutAsync(welcome, cancellationToken);
                WeComOutcomes.ThrowIfRefused(outcome.Mistakes, outcome.Failure, CommonOptions.ReadLang(parsed));
                output.WriteJson(GroupWelcomeBody.From(outcome.Kept!));
            }
        );

    private static Command Remove(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("remove", "Removes a group welcome at WeCom.") { Name },
            terminal,
            async (parsed, services, output, cancellationToken) =>
            {
                var name = parsed.GetRequiredValue(Name);
                var outcome =
                    await Desk(services).RemoveAsync(name, cancellationToken)
                    ?? throw new BadInputException($"There is no group welcome '{name}'.");
                WeComOutcomes.ThrowIfRefused([], outcome.Failure);
                output.Output.WriteLine($"removed {name}");
            }
        );

    private static GroupWelcomeBody Read(string path)
    {
        var text = JsonText.ReadFile(path);
        try
        {
            return JsonSerializer.Deserialize<GroupWelcomeBody>(text, JsonSerializerOptions.Web)
                ?? throw new BadInputException($"{path} holds no group welcome.");
        }
        catch (JsonException mistake)
        {
            throw new BadInputException($"{path}: {JsonText.Describe(mistake, text)}", mistake);
        }
    }

    private static GroupWelcomeDesk Desk(IServiceProvider services) =>
        services.GetService<GroupWelcomeDesk>() ?? throw new BadInputException(WeComAnswers.NotSetUp);
}
