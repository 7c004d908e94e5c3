using Workflows.Marketing.Backtesting;

namespace Workflows.Marketing.Tests.Backtesting;

public class OrderFileTests
{
    private const string Header = "order_id,customer_id,paid_on,quantity,amount\n";

    [Fact]
    public void Read_GoodFile_GivesTheOrdersInFileOrder()
    {
        var reading = Read(Header + "O2,c1,2021-01-02,1,0.00\nO1,c1,2021-01-01,2,11.77\n");

        Assert.True(reading.IsUsable(skipBad: false));
        Assert.Equal(
            [
                new Order("O2", "c1", new DateOnly(2021, 1, 2), 1, 0m),
                new Order("O1", "c1", new DateOnly(2021, 1, 1), 2, 11.77m),
            ],
            reading.Orders
        );
    }

    [Fact]
    public void Read_ColumnsInAnotherOrderAndMoreOfThem_AreFoundByName()
    {
        var reading = Read(
            "amount,city,paid_on,order_id,quantity,customer_id\n5,\"Xi'an, north\",2021-01-01,O1,1,c1\n"
        );

        Assert.Equal([new Order("O1", "c1", new DateOnly(2021, 1, 1), 1, 5m)], reading.Orders);
    }

    [Theory]
    [InlineData("O1,c1,2021-13-01,1,1", "row 2, paid_on: '2021-13-01' is not a day; write it as in 2021-01-31.")]
    [InlineData("O1,c1,01/02/2021,1,1", "row 2, paid_on: '01/02/2021' is not a day; write it as in 2021-01-31.")]
    [InlineData("O1,c1,2021-01-01,-1,1", "row 2, quantity: '-1' is not a whole number from 1.")]
    [InlineData("O1,c1,2021-01-01,1.5,1", "row 2, quantity: '1.5' is not a whole number from 1.")]
    [InlineData("O1,c1,2021-01-01,1,-0.01", "row 2, amount: '-0.01' is not a number from 0.")]
    [InlineData("O1,c1,2021-01-01,1,\"1,5\"", "row 2, amount: '1,5' is not a number from 0.")]
    [InlineData(",c1,2021-01-01,1,1", "row 2, order_id: The field is empty.")]
    [InlineData("O1,,2021-01-01,1,1", "row 2, customer_id: The field is empty.")]
    [InlineData("O1,c1,2021-01-01,1,1,9", "row 2: The row has 6 fields, the header 5.")]
    public void Read_BadRow_SaysRowColumnAndReason(string row, string expected)
    {
        var reading = Read(Header + row + "\n");

        Assert.Equal(expected, Assert.Single(reading.Errors).ToString());
        Assert.Empty(reading.Orders);
        Assert.False(reading.IsUsable(skipBad: false));
        Assert.True(reading.IsUsable(skipBad: true));
    }

    [Fact]
    public void Read_SameOrderTwice_RefusesTheSecond()
    {
        var reading = Read(Header + "O1,c1,2021-01-01,1,1\nO1,c2,2021-01-02,1,1\n");

        Assert.Equal(
            "row 3, order_id: The order 'O1' is in the file already.",
            Assert.Single(reading.Errors).ToString()
        );
        Assert.Single(reading.Orders);
    }

    [Fact]
    public void Read_ShortRow_NamesEveryMissingField()
    {
        var reading = Read(Header + "O1,c1\n");

        Assert.Equal("paid_on quantity amount", string.Join(' ', reading.Errors.Select(error => error.Column)));
        Assert.Equal(1, reading.BadRows);
    }

    [Theory]
    [InlineData("", "row 1: The file is empty.")]
    [InlineData(
        "order_id,customer,paid_on,quantity,amount\nO1,c1,2021-01-01,1,1\n",
        "row 1, customer_id: The column is missing from the header."
    )]
    public void Read_BadHeader_IsOfNoUseEvenWithoutTheBadRows(string text, string expected)
    {
        var reading = Read(text);

        Assert.Equal(expected, Assert.Single(reading.Errors).ToString());
        Assert.False(reading.IsUsable(skipBad: true));
    }

    [Fact]
    public void Read_ManyBadRows_DescribesTheFirstAndCountsAll()
    {
        var reading = Read(
            Header + string.Concat(Enumerable.Range(0, 250).Select(i => $"O{i},c,never,1,1\n")) + "X,c,2021-01-01,1,1\n"
        );

        Assert.Equal((100, 250, 1), (reading.Errors.Count, reading.BadRows, reading.Orders.Count));
    }

    [Fact]
    public void Read_WhatWriteWrote_IsTheSame()
    {
        var orders = SampleOrders.Create(
            new SampleOrdersOptions
            {
                Customers = 50,
                Months = 6,
                Seed = 3,
            }
        );
        using var text = new StringWriter();
        OrderFile.Write(text, orders);

        var reading = Read(text.ToString());

        Assert.Empty(reading.Errors);
        Assert.Equal(orders, reading.Orders);
    }

    private static OrderFileReading Read(string text)
    {
        using var reader = new StringReader(text);
        return OrderFile.Read(reader);
    }
}
