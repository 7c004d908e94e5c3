using System.CommandLine;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Composition;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Plays.Referral;

namespace Workflows.Host.Commands.Referral;

/// <summary><c>referral import NAME FILE</c>: takes over who is in a distribution of another system.</summary>
internal static class MembersCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The distribution." };

    private static readonly Argument<string> File = new("FILE")
    {
        Description = "CSV: contact (kind:name), and optional referrer, distributor (yes or no), joinedAt, level.",
    };

    public static Command Describe(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command(
                "import",
                "Takes over who is in a distribution of another system; rows that are wrong are left out and told."
            )
            {
                Name,
                File,
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
        var program = await ReferralCommand.FindAsync(services, parsed.GetRequiredValue(Name), cancellationToken);
        var file = Read(parsed.GetRequiredValue(File));
        var language = CommonOptions.ReadLang(parsed);
        var import = services.GetRequiredService<ReferralImport>();
        var (added, known, wrong) = (0, 0, file.Mistakes.Count);
        foreach (var mistake in file.Mistakes)
        {
            Tell(mistake, mistake.Path);
        }

        foreach (var (line, row) in file.Rows)
        {
            var result = await import.RunAsync(Tenants.Default, program.Name, [row], cancellationToken);
            (added, known, wrong) = (added + result.Added, known + result.Known, wrong + result.Mistakes.Count);
            foreach (var mistake in result.Mistakes)
            {
                Tell(mistake, $"line {line}");
            }
        }

        terminal.Output.WriteLine($"{added} added, {known} known, {wrong} wrong");
        if (wrong > 0)
        {
            throw new BadInputException($"{wrong} rows were left out.");
        }

        void Tell(Diagnostic mistake, string? place)
        {
            var told = JourneyMessages.In(mistake, language);
            terminal.Output.WriteLine($"{place}: {told.Code}: {told.Message} {told.Remedy}".TrimEnd());
        }
    }

    private static ReferralFile Read(string path)
    {
        try
        {
            using var text = System.IO.File.OpenText(path);
            return ReferralFile.Read(text);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(missing.Message);
        }
    }
}
