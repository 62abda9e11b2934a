import type { SKRSContext2D } from '@napi-rs/canvas'
import { grain } from './figurine.ts'

/** A portrait, 720 × 960: a woman in a teal jumper before a warm wall. */
export function drawPortrait(context: SKRSContext2D): void {
  wall(context)
  hairBehind(context)
  body(context)
  face(context)
  features(context)
  hairBefore(context)
  grain(context)
}

function wall(context: SKRSContext2D): void {
  const light = context.createRadialGradient(210, 260, 60, 360, 480, 760)
  light.addColorStop(0, '#f2d9a8')
  light.addColorStop(0.55, '#dba868')
  light.addColorStop(1, '#a86f45')
  context.fillStyle = light
  context.fillRect(0, 0, 720, 960)
}

function hairBehind(context: SKRSContext2D): void {
  const hair = context.createLinearGradient(200, 180, 540, 620)
  hair.addColorStop(0, '#5a3322')
  hair.addColorStop(1, '#24120c')
  context.fillStyle = hair
  context.beginPath()
  context.moveTo(360, 150)
  context.bezierCurveTo(150, 140, 170, 420, 190, 640)
  context.bezierCurveTo(260, 700, 460, 700, 530, 640)
  context.bezierCurveTo(550, 420, 570, 140, 360, 150)
  context.fill()
}

function body(context: SKRSContext2D): void {
  const neck = context.createLinearGradient(0, 560, 0, 720)
  neck.addColorStop(0, '#b9734f')
  neck.addColorStop(1, '#dd9d76')
  context.fillStyle = neck
  context.beginPath()
  context.moveTo(300, 540)
  context.lineTo(296, 720)
  context.lineTo(424, 720)
  context.lineTo(420, 540)
  context.fill()
  const wool = context.createLinearGradient(120, 640, 600, 960)
  wool.addColorStop(0, '#2f8c8c')
  wool.addColorStop(0.55, '#1c6a70')
  wool.addColorStop(1, '#0e3c46')
  context.fillStyle = wool
  context.beginPath()
  context.moveTo(124, 960)
  context.bezierCurveTo(132, 790, 190, 730, 292, 690)
  context.bezierCurveTo(320, 740, 400, 740, 428, 690)
  context.bezierCurveTo(530, 730, 588, 790, 596, 960)
  context.fill()
  context.strokeStyle = 'rgba(8, 46, 54, 0.75)'
  context.lineWidth = 16
  context.beginPath()
  context.moveTo(290, 694)
  context.bezierCurveTo(322, 748, 398, 748, 430, 694)
  context.stroke()
}

function face(context: SKRSContext2D): void {
  const skin = context.createRadialGradient(310, 340, 40, 360, 420, 260)
  skin.addColorStop(0, '#f8cfa9')
  skin.addColorStop(0.6, '#e6ab83')
  skin.addColorStop(1, '#b0714f')
  context.fillStyle = skin
  context.beginPath()
  context.moveTo(360, 210)
  context.bezierCurveTo(500, 210, 510, 360, 496, 440)
  context.bezierCurveTo(484, 530, 420, 610, 360, 612)
  context.bezierCurveTo(300, 610, 236, 530, 224, 440)
  context.bezierCurveTo(210, 360, 220, 210, 360, 210)
  context.fill()
  for (const x of [272, 448]) {
    const cheek = context.createRadialGradient(x, 480, 4, x, 480, 54)
    cheek.addColorStop(0, 'rgba(222, 96, 80, 0.42)')
    cheek.addColorStop(1, 'rgba(222, 96, 80, 0)')
    context.fillStyle = cheek
    context.fillRect(x - 60, 420, 120, 120)
  }
}

function features(context: SKRSContext2D): void {
  for (const side of [-1, 1]) {
    const x = 360 + side * 66
    context.fillStyle = '#fffaf3'
    context.beginPath()
    context.ellipse(x, 404, 32, 19, 0, 0, 7)
    context.fill()
    context.fillStyle = '#5f7f4a'
    context.beginPath()
    context.arc(x + 3, 404, 17, 0, 7)
    context.fill()
    context.fillStyle = '#17100d'
    context.beginPath()
    context.arc(x + 3, 404, 9, 0, 7)
    context.fill()
    context.fillStyle = '#ffffff'
    context.beginPath()
    context.arc(x - 2, 398, 4, 0, 7)
    context.fill()
    context.strokeStyle = '#2a1710'
    context.lineCap = 'round'
    context.lineWidth = 7
    context.beginPath()
    context.ellipse(x, 405, 33, 20, 0, Math.PI * 1.06, Math.PI * 1.94)
    context.stroke()
    context.lineWidth = 10
    context.beginPath()
    context.moveTo(x - side * 34, 362)
    context.quadraticCurveTo(x + side * 4, 346, x + side * 38, 366)
    context.stroke()
  }
  context.strokeStyle = 'rgba(140, 78, 50, 0.8)'
  context.lineWidth = 6
  context.beginPath()
  context.moveTo(366, 420)
  context.bezierCurveTo(374, 460, 386, 478, 362, 488)
  context.stroke()
  context.fillStyle = '#b4434a'
  context.beginPath()
  context.moveTo(308, 536)
  context.quadraticCurveTo(340, 524, 360, 532)
  context.quadraticCurveTo(380, 524, 412, 536)
  context.quadraticCurveTo(362, 582, 308, 536)
  context.fill()
  context.strokeStyle = '#6f2028'
  context.lineWidth = 4
  context.beginPath()
  context.moveTo(310, 537)
  context.quadraticCurveTo(360, 550, 410, 537)
  context.stroke()
}

function hairBefore(context: SKRSContext2D): void {
  const hair = context.createLinearGradient(220, 160, 500, 360)
  hair.addColorStop(0, '#7a4a30')
  hair.addColorStop(1, '#2c170f')
  context.fillStyle = hair
  context.beginPath()
  context.moveTo(200, 450)
  context.bezierCurveTo(180, 240, 260, 150, 370, 152)
  context.bezierCurveTo(500, 150, 540, 280, 520, 450)
  context.bezierCurveTo(500, 360, 470, 290, 410, 258)
  context.bezierCurveTo(340, 310, 240, 320, 200, 450)
  context.fill()
  context.strokeStyle = 'rgba(196, 138, 96, 0.34)'
  context.lineWidth = 5
  for (const shift of [0, 16, 34]) {
    context.beginPath()
    context.moveTo(240 + shift, 300 - shift)
    context.quadraticCurveTo(280 + shift, 200 - shift * 0.4, 400 + shift, 214 - shift)
    context.stroke()
  }
}
