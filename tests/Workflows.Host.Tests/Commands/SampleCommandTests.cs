namespace Workflows.Host.Tests.Commands;

public sealed class SampleCommandTests
{
    [Fact]
    public async Task Orders_SameSeed_GivesTheSameFileOnStandardOutput()
    {
        string[] command = ["sample", "orders", "--customers", "50", "--months", "6", "--seed", "7"];

        var once = await Shell.RunAsync(command);
        var again = await Shell.RunAsync(command);

        Assert.Equal(0, once.Code);
        Assert.StartsWith("order_id,customer_id,paid_on,quantity,amount\n", once.Output, StringComparison.Ordinal);
        Assert.Equal(once.Output, again.Output, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Orders_Output_WritesTheFileAndLeavesStandardOutputAlone()
    {
        var file = Path.GetTempFileName();

        var answer = await Shell.RunAsync("sample", "orders", "--customers", "5", "--months", "3", "--output", file);

        Assert.Equal((0, ""), (answer.Code, answer.Output));
        Assert.StartsWith("order_id,", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        File.Delete(file);
    }

    [Theory]
    [InlineData("--customers", "0", "Customers")]
    [InlineData("--months", "1000", "Months")]
    public async Task Orders_OutOfRange_IsBadInput(string option, string value, string named) =>
        (await Shell.RunAsync("sample", "orders", option, value)).IsBadInput(named);

    [Fact]
    public async Task Orders_FolderThatDoesNotExist_IsBadInput() =>
        (await Shell.RunAsync("sample", "orders", "--output", "/nowhere/orders.csv")).IsBadInput("/nowhere/orders.csv");
}
