using System.Globalization;

namespace Workflows.Marketing.Alerts;

/// <summary>How many customers one person deleted, exported or had handed over on one day (S1-18).</summary>
/// <param name="Kind">What: <see cref="AlertKinds.Deletions"/>, <see cref="AlertKinds.Transfers"/> or <see cref="AlertKinds.Exports"/>.</param>
/// <param name="Who">The member of the staff; of exports the user.</param>
/// <param name="Customers">How many customers.</param>
public sealed record StaffActs(string Kind, string Who, int Customers)
{
    /// <summary>The alert of a day.</summary>
    public Alert AlertOf(DateOnly day) =>
        new(
            Kind,
            Who,
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{day:yyyy-MM-dd}：{What(Kind, Who)}，已达 {Customers} 位客户。请核实是否正常。"
            )
        );

    private static string What(string kind, string who) =>
        kind switch
        {
            AlertKinds.Deletions => $"员工 {who} 删除了大量客户",
            AlertKinds.Transfers => $"员工 {who} 名下的大量客户被转走",
            _ => $"{who} 导出了大量客户",
        };
}
