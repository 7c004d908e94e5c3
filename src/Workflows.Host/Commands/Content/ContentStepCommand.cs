using System.CommandLine;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Composition;
using Workflows.Marketing.Content;

namespace Workflows.Host.Commands.Content;

/// <summary><c>content submit|approve|refuse|withdraw|reinstate CONTENT</c>: takes a step with a version.</summary>
internal static class ContentStepCommand
{
    private static readonly Option<string?> Note = new("--note")
    {
        Description = "What is to be said about it; needed to refuse.",
        HelpName = "TEXT",
    };

    public static IEnumerable<Command> All(Terminal terminal) =>
        [
            Describe(ContentStep.Submit, "Hands a draft in for review.", terminal),
            Describe(ContentStep.Approve, "Approves a version: it may be sent.", terminal),
            Describe(ContentStep.Refuse, "Gives a version back to its author, with a note.", terminal),
            Describe(ContentStep.Withdraw, "Withdraws a version: it is not sent any more.", terminal),
            Describe(ContentStep.Reinstate, "Lets a withdrawn version be sent again.", terminal),
        ];

    private static Command Describe(ContentStep step, string description, Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command(step.ToString().ToLowerInvariant(), description)
            {
                ContentShowCommand.Which,
                Note,
                CommonOptions.Lang,
            },
            terminal,
            (parsed, services, output, cancellationToken) => RunAsync(step, parsed, services, output, cancellationToken)
        );

    private static async Task RunAsync(
        ContentStep step,
        ParseResult parsed,
        IServiceProvider services,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var library = services.GetRequiredService<ContentLibrary>();
        var version = await ContentShowCommand.FindAsync(parsed, library.Store, cancellationToken);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var change = new ContentChange(step, ContentCommand.By, now, parsed.GetValue(Note)?.Trim());
        var saving = await library.MoveAsync(
            Tenants.Default,
            version.Item.Id,
            version.Version,
            change,
            cancellationToken
        );
        var language = CommonOptions.ReadLang(parsed);
        DocumentMistakes.ThrowIfAny(version.Ref.ToString(), saving!.Diagnostics, language);
        terminal.Output.WriteLine(
            $"{version.Ref}: {ContentWords.Of(saving.Version!.State, language == Language.Chinese)}"
        );
    }
}
