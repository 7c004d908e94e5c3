using System.CommandLine;
using Workflows.Host.Composition;
using Workflows.Host.Referral;
using Workflows.Storage.Invites;
using Workflows.Storage.Referral;

namespace Workflows.Host.Commands.Referral;

/// <summary><c>referral figures NAME</c>: what a distribution came to, and how its invitations spread.</summary>
internal static class FiguresCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The distribution." };

    private static readonly Option<DateTimeOffset?> From = new("--from")
    {
        Description = "The first moment; 30 days before the last unless given.",
        HelpName = "TIME",
    };

    private static readonly Option<DateTimeOffset?> To = new("--to")
    {
        Description = "The first moment that does not count any more; now unless given.",
        HelpName = "TIME",
    };

    public static Command Describe(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command(
                "figures",
                "Prints what a distribution came to and how its invitations spread, as one line of JSON."
            )
            {
                Name,
                From,
                To,
            },
            terminal,
            RunAsync
        );

    private static async Task RunAsync(
        ParseResult parsed,
        IServiceProvider services,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var program = await ReferralCommand.FindAsync(services, parsed.GetRequiredValue(Name), cancellationToken);
        var span = FiguresSpan.Of(
            parsed.GetValue(From),
            parsed.GetValue(To),
            services.GetRequiredService<TimeProvider>()
        );
        var figures = await services
            .GetRequiredService<ReferralReports>()
            .ReadAsync(Tenants.Default, program.Name, span.From, span.Until, cancellationToken);
        var invites = await services
            .GetRequiredService<InviteReports>()
            .ReadAsync(Tenants.Default, program.Name, span.From, span.Until, cancellationToken);
        terminal.WriteJson(FiguresBody.From(figures, invites));
    }
}
