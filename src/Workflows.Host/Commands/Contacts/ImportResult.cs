using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Importing;

namespace Workflows.Host.Commands.Contacts;

/// <summary>What the import of a file came to, and how fast it was.</summary>
internal sealed record ImportResult(
    ImportCheckpoint Done,
    bool IsTrial,
    long RowsOfThisRun,
    TimeSpan Elapsed,
    long PeakBytes,
    string? Report
)
{
    public long BadRows => Done.BadRows;

    /// <summary>An earlier run has reached the end of the file: this one had nothing to read.</summary>
    private bool IsFromBefore => !IsTrial && RowsOfThisRun == 0 && Done.Rows + Done.BadRows > 0;

    private double Rate => RowsOfThisRun / Math.Max(0.001, Elapsed.TotalSeconds);

    public void Print(Terminal terminal, bool asJson, Language language)
    {
        if (asJson)
        {
            terminal.WriteJson(
                new
                {
                    file = Done.File,
                    rows = Done.Rows,
                    added = IsTrial ? null : (long?)Done.Added,
                    contacts = IsTrial ? null : (long?)Done.Contacts,
                    badRows = Done.BadRows,
                    rowsPerSecond = Math.Round(Rate),
                    seconds = Math.Round(Elapsed.TotalSeconds, 1),
                    peakMiB = PeakBytes / (1024 * 1024),
                    report = Report,
                }
            );
        }
        else
        {
            terminal.Output.WriteLine(
                (language == Language.Chinese, IsFromBefore) switch
                {
                    (true, true) => ChineseOfBefore(),
                    (false, true) => EnglishOfBefore(),
                    (true, false) => Chinese(),
                    (false, false) => English(),
                }
            );
        }
    }

    private string EnglishOfBefore() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Done.File}: imported before, nothing new; then {Done.Rows:N0} good rows and {Done.BadRows:N0} bad ones"
        );

    private string ChineseOfBefore() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Done.File}：以前已导入，没有新内容；当时正确 {Done.Rows:N0} 行，错误 {Done.BadRows:N0} 行"
        );

    private string English() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Done.File}: {Done.Rows:N0} good rows{(IsTrial ? " (nothing written)" : $", {Done.Added:N0} of them new, {Done.Contacts:N0} new contacts")}, {Done.BadRows:N0} bad rows{(Report is null ? "" : $" in {Report}")}; {Elapsed.TotalSeconds:N1} s, {Rate:N0} rows/s, peak memory {PeakBytes / (1024 * 1024):N0} MiB"
        );

    private string Chinese() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Done.File}：正确 {Done.Rows:N0} 行{(IsTrial ? "（未写入）" : $"，其中新增 {Done.Added:N0} 行，新客户 {Done.Contacts:N0} 位")}，错误 {Done.BadRows:N0} 行{(Report is null ? "" : $"，见 {Report}")}；{Elapsed.TotalSeconds:N1} 秒，每秒 {Rate:N0} 行，内存峰值 {PeakBytes / (1024 * 1024):N0} MiB"
        );
}
