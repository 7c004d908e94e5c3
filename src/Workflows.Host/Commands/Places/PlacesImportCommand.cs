using System.CommandLine;
using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Composition;
using Workflows.Host.Json;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Host.Commands.Places;

/// <summary><c>places import FILE</c>: keeps the stores, staff and groups of a JSON file, all of them or none.</summary>
internal static class PlacesImportCommand
{
    private static readonly Argument<string> File = new("FILE")
    {
        Description =
            "JSON: { \"stores\": […], \"staff\": […], \"groups\": […] }, each as the API takes it, with an id.",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command(
            "import",
            "Keeps the stores, staff and groups of a file; those of known ids are replaced."
        )
        {
            File,
        };
        WorkspaceOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var document = Read(parsed.GetRequiredValue(File));
        Store[] stores = [.. (document.Stores ?? []).Select(body => body.ToStore(body.Id ?? ""))];
        StaffMember[] staff = [.. (document.Staff ?? []).Select(body => body.ToMember(body.Id ?? ""))];
        CustomerGroup[] groups = [.. (document.Groups ?? []).Select(body => body.ToGroup(body.Id ?? ""))];
        Check(stores, StoreValidator.Validate, store => store.Id, "stores");
        Check(staff, StaffValidator.Validate, member => member.Id, "staff");
        Check(groups, GroupValidator.Validate, group => group.Id, "groups");

        await using var application = WorkspaceOptions.Open(parsed);
        var services = application.Services;
        await HostStart.OpenDatabaseAsync(services, cancellationToken);
        await SaveAsync(services, groups, cancellationToken);
        await services.GetRequiredService<IStoreRegister>().SaveAsync(Tenants.Default, stores, cancellationToken);
        await services.GetRequiredService<IStaffRegister>().SaveAsync(Tenants.Default, staff, cancellationToken);
        terminal.Output.WriteLine($"{stores.Length} stores, {staff.Length} staff, {groups.Length} groups");
        return ExitCodes.Success;
    }

    // First of all, because it is the one that may be refused.
    private static async Task SaveAsync(
        IServiceProvider services,
        CustomerGroup[] groups,
        CancellationToken cancellationToken
    )
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var bots = services.GetRequiredService<GroupBots>();
        if (await bots.SaveAllAsync(Tenants.Default, groups, now, cancellationToken) is { } refused)
        {
            throw new BadInputException(
                $"groups: '{refused.Id}': the bot '{refused.BotId}' looks after as many groups as the limit bot_groups lets it."
            );
        }
    }

    private static PlacesDocument Read(string path)
    {
        try
        {
            var text = System.IO.File.ReadAllText(path);
            try
            {
                return JsonSerializer.Deserialize<PlacesDocument>(text, Terminal.OneLine)
                    ?? new PlacesDocument(null, null, null);
            }
            catch (JsonException broken)
            {
                throw new BadInputException($"{path}: {JsonText.Describe(broken, text)}");
            }
        }
        catch (IOException missing)
        {
            throw new BadInputException(missing.Message);
        }
    }

    private static void Check<T>(
        IReadOnlyList<T> places,
        Func<T, IReadOnlyList<Diagnostic>> validate,
        Func<T, string> id,
        string list
    )
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (validate(places[i]) is [var mistake, ..])
            {
                throw new BadInputException(
                    $"{list}[{i}]{mistake.Path?.TrimStart('$')}: {mistake.Code}: {mistake.Message}"
                );
            }
        }

        if (places.CountBy(id, StringComparer.Ordinal).FirstOrDefault(place => place.Value > 1).Key is { } twice)
        {
            throw new BadInputException($"{list}: '{twice}' is there twice.");
        }
    }
}
