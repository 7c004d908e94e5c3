using System.CommandLine;
using System.Globalization;
using Workflows.Host.Json;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.CustomerFiles;
using Workflows.Rules.Catalog;

namespace Workflows.Host.Commands.Rules;

/// <summary>A rule set and the customer file it is asked about.</summary>
internal sealed record CustomerQuestion(PublishedRuleSet RuleSet, CustomerTable Table, string Path)
{
    public static readonly Option<string?> Customers = new("--customers")
    {
        Description =
            "A CSV file with one customer a row; headers as paidOrderCount, lastPaidAt, tags, attributes.city, order.amount.",
        HelpName = "CSV",
    };

    public static readonly Option<string?> AsOf = new("--as-of")
    {
        Description = "The day (its beginning) or instant at which customers are looked at; now unless given.",
        HelpName = "DATE",
    };

    /// <summary>Opens the customer file for the rule file.</summary>
    /// <exception cref="BadInputException">One of them cannot be used.</exception>
    public static async Task<CustomerQuestion> OpenAsync(
        ParseResult parsed,
        RuleFile file,
        CancellationToken cancellationToken
    )
    {
        var path = parsed.GetRequiredValue(Customers)!;
        var zone = CommonOptions.ReadTimeZone(parsed);
        using var text = JsonText.OpenFile(path);
        var table =
            CustomerTable.Of(
                text,
                file.RuleSet.RuleSet,
                new CustomerFileOptions(ReadNow(parsed, zone), zone, CommonOptions.ReadLang(parsed))
            )
            ?? throw new BadInputException(
                $"{path}: The file is empty; its first line holds the names of the columns."
            );
        if (table.Header.Any(header => header.Contains('\uFFFD', StringComparison.Ordinal)))
        {
            throw new BadInputException($"{path}: The file is not UTF-8; save it as \"CSV UTF-8\".");
        }

        return new CustomerQuestion(await file.ForAsync(table.Shape, cancellationToken), table, path);
    }

    /// <summary>The inputs of a row, as the rule set takes them.</summary>
    public IReadOnlyList<RuleInput> Inputs(CustomerRow row) =>
        [.. Table.Shape.Parameters.Select((parameter, index) => new RuleInput(parameter.Name, row.Values![index]))];

    /// <exception cref="BadInputException">The option is neither a day nor an instant.</exception>
    internal static DateTimeOffset ReadNow(ParseResult parsed, TimeZoneInfo zone)
    {
        var text = parsed.GetValue(AsOf);
        if (text is null)
        {
            return TimeProvider.System.GetUtcNow();
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return WorkspaceDay.Start(day, zone);
        }

        return DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        )
            ? instant
            : throw new BadInputException(
                $"{AsOf.Name}: '{text}' is not a date; write it as in 2021-01-31 or 2021-01-31T10:00:00+08:00."
            );
    }
}
