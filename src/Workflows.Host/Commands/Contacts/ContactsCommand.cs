using System.CommandLine;
using Workflows.Host.Api.Contacts;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Storage.Contacts;

namespace Workflows.Host.Commands.Contacts;

/// <summary><c>contacts</c>: customers imported; one of them shown, exported, erased.</summary>
internal static class ContactsCommand
{
    private static readonly Argument<string> Who = new("CONTACT")
    {
        Description = "The contact's id, or a name such as phone:13800000000 or external_userid:wm….",
    };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "How many entries of the timeline at most, 1 to 1000.",
        HelpName = "COUNT",
        DefaultValueFactory = _ => 20,
    };

    private static readonly Option<bool> Yes = new("--yes") { Description = "Really: there is no way back." };

    public static Command Describe(Terminal terminal) =>
        new("contacts", "Customers: imported, shown, exported, erased; their attributes and tags.")
        {
            ContactsImportCommand.Describe(terminal),
            CatalogCommands.Attributes(terminal),
            CatalogCommands.Tags(terminal),
            MergeTagsCommand.Describe(terminal),
            WorkspaceCommand.Of(
                new Command("show", "Everything about a customer, newest first.")
                {
                    Who,
                    Limit,
                    CommonOptions.TimeZone,
                    CommonOptions.Json,
                    CommonOptions.Lang,
                },
                terminal,
                ShowAsync
            ),
            WorkspaceCommand.Of(
                new Command("export", "All that is kept of a customer, as JSON, for the person it is about.") { Who },
                terminal,
                ExportAsync
            ),
            WorkspaceCommand.Of(
                new Command("erase", "Erases a customer with everything that names or describes the person.")
                {
                    Who,
                    Yes,
                },
                terminal,
                EraseAsync
            ),
        };

    private static async Task ShowAsync(
        ParseResult parsed,
        IServiceProvider services,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var limit = parsed.GetValue(Limit);
        if (limit is < 1 or > 1_000)
        {
            throw new BadInputException("--limit is a number from 1 to 1000.");
        }

        var id = await FindAsync(parsed, services, cancellationToken);
        var overview = await services
            .GetRequiredService<ContactOverviews>()
            .FindAsync(Tenants.Default, id, TimelineCursor.Start, limit, cancellationToken);
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(OverviewBody.From(overview!));
        }
        else
        {
            new ContactPage(CommonOptions.ReadLang(parsed), CommonOptions.ReadTimeZone(parsed)).Show(
                overview!,
                terminal.Results
            );
        }
    }

    private static async Task ExportAsync(
        ParseResult parsed,
        IServiceProvider services,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var id = await FindAsync(parsed, services, cancellationToken);
        var all = await services
            .GetRequiredService<ContactOverviews>()
            .ExportAsync(Tenants.Default, id, cancellationToken);
        await services
            .GetRequiredService<StaffActLedger>()
            .NoteExportAsync(
                Tenants.Default,
                id,
                $"{Environment.UserName} (./run)",
                services.GetRequiredService<TimeProvider>().GetUtcNow(),
                cancellationToken
            );
        terminal.WriteJson(OverviewBody.From(all!));
    }

    private static async Task EraseAsync(
        ParseResult parsed,
        IServiceProvider services,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var id = await FindAsync(parsed, services, cancellationToken);
        if (!parsed.GetValue(Yes))
        {
            throw new BadInputException($"Say --yes to erase {id}: there is no way back.");
        }

        await services.GetRequiredService<ContactErasure>().EraseAsync(Tenants.Default, id, cancellationToken);
        terminal.Output.WriteLine($"{id}");
    }

    private static async Task<Guid> FindAsync(
        ParseResult parsed,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var who = parsed.GetRequiredValue(Who);
        var contacts = services.GetRequiredService<IContactStore>();
        var found =
            Guid.TryParse(who, out var id) ? await contacts.FindAsync(Tenants.Default, id, cancellationToken)
            : who.Split(':', 2) is [var kind, var value] && ContactIdentity.TryParseKind(kind, out var known)
                ? await contacts.FindAsync(Tenants.Default, new ContactIdentity(known, value), cancellationToken)
            : throw new BadInputException(
                $"'{who}' is neither an id nor one of {string.Join(", ", ContactIdentity.KindNames)} with a colon and a value."
            );
        return found?.Id ?? throw new BadInputException($"There is no contact '{who}'.");
    }
}
