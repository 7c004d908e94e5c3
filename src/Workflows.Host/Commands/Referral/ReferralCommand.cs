using System.CommandLine;
using Workflows.Host.Composition;
using Workflows.Host.Referral;
using Workflows.Marketing.Plays.Referral;

namespace Workflows.Host.Commands.Referral;

/// <summary><c>referral</c>: distributions, who is in them and what comes of them.</summary>
internal static class ReferralCommand
{
    public static Command Describe(Terminal terminal) =>
        new("referral", "Distributions of one or two levels: their rights, who brought whom, what comes of them.")
        {
            WorkspaceCommand.Of(new Command("list", "All distributions, a line of JSON each."), terminal, ListAsync),
            SetCommand.Describe(terminal),
            MembersCommand.Describe(terminal),
            FiguresCommand.Describe(terminal),
        };

    /// <summary>The program of a name.</summary>
    /// <exception cref="BadInputException">There is none.</exception>
    public static async Task<ReferralProgram> FindAsync(
        IServiceProvider services,
        string name,
        CancellationToken cancellationToken
    ) =>
        await services.GetRequiredService<IReferralStore>().FindProgramAsync(Tenants.Default, name, cancellationToken)
        ?? throw new BadInputException($"There is no distribution '{name}'; './run referral set' makes one.");

    private static async Task ListAsync(
        ParseResult parsed,
        IServiceProvider services,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var programs = await services
            .GetRequiredService<IReferralStore>()
            .ProgramsAsync(Tenants.Default, cancellationToken);
        foreach (var program in programs)
        {
            terminal.WriteJson(ProgramBody.From(program));
        }
    }
}
