using System.Runtime.InteropServices;
using Neatx.Learning.Native;
using Neatx.Learning.Training.Loop;
using static TorchSharp.torch;

namespace Neatx.Learning.Tests.Training.Loop;

public sealed class BatchBufferTests
{
    [Fact]
    public void Take_WhatWasWritten_IsReadInPlace()
    {
        TorchRuntime.Start(1);
        foreach (var length in (long[])[1, 3, 7, 33])
        {
            using var scope = NewDisposeScope();
            using var buffer = new BatchBuffer(4, [length]);
            for (var i = 0; i < 4 * length; i++) buffer.Room(4).Span[i] = i;
            Assert.Equal(buffer.Room(3).ToArray(), buffer.Take(3, CPU).contiguous().data<float>().ToArray());
            buffer.Room(4).Span[0] = 99;
            Assert.Equal(99, buffer.Take(1, CPU).contiguous().data<float>()[0]);
        }
    }

    [Fact]
    public void Room_OfAnyBuffer_BeginsWhereLibtorchsMemoryWould()
    {
        TorchRuntime.Start(1);
        for (var attempt = 0; attempt < 20; attempt++)
        {
            using var buffer = new BatchBuffer(3, [5 + attempt]);
            Assert.True(MemoryMarshal.TryGetArray<float>(buffer.Room(3), out var room));
            Assert.Equal(0, Marshal.UnsafeAddrOfPinnedArrayElement(room.Array!, room.Offset) % 64);
        }
    }
}
