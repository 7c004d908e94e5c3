using System.CommandLine;
using Workflows.Host.Composition;
using Workflows.Host.Referral;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Plays.Referral;

namespace Workflows.Host.Commands.Referral;

/// <summary><c>referral set NAME</c>: adds a distribution or changes what is said of it.</summary>
internal static class SetCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "1 to 20 letters and digits." };

    private static readonly Option<int?> Levels = new("--levels")
    {
        Description = "How many levels are paid: 1 or 2, never more.",
        HelpName = "1|2",
    };

    private static readonly Option<string?> Rights = new("--distributor-rights")
    {
        Description = "What distributors have of it that others do not, as they read it.",
        HelpName = "TEXT",
    };

    private static readonly Option<string?> Welcome = new("--invitee-rights")
    {
        Description = "What those they bring have of it.",
        HelpName = "TEXT",
    };

    private static readonly Option<bool?> Open = new("--open")
    {
        Description = "Whether people can join.",
        HelpName = "true|false",
    };

    public static Command Describe(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("set", "Adds a distribution, or changes what is said of it; what is left out stays.")
            {
                Name,
                Levels,
                Rights,
                Welcome,
                Open,
                CommonOptions.Lang,
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
        var store = services.GetRequiredService<IReferralStore>();
        var name = parsed.GetRequiredValue(Name);
        var before = await store.FindProgramAsync(Tenants.Default, name, cancellationToken);
        var program = new ProgramBody(
            name,
            parsed.GetValue(Levels) ?? before?.Levels,
            parsed.GetValue(Rights) ?? before?.DistributorRights,
            parsed.GetValue(Welcome) ?? before?.InviteeRights,
            parsed.GetValue(Open) ?? before?.IsOpen
        ).ToProgram(name);
        if (ReferralProgramCheck.Run(program) is [var first, ..])
        {
            var mistake = JourneyMessages.In(first, CommonOptions.ReadLang(parsed));
            throw new BadInputException(
                $"{mistake.Path}: {mistake.Code}: {mistake.Message} {mistake.Remedy}".TrimEnd()
            );
        }

        await store.SaveProgramAsync(Tenants.Default, program, cancellationToken);
        terminal.WriteJson(ProgramBody.From(program));
    }
}
